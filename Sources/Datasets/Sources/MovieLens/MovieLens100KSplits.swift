extension MovieLens100K {
  /// The splits of the official archive. Its `mku.sh` cuts u1 to u5 out of `u.data` as blocks of
  /// 20,000 lines, so that each rating is tested once; ua and ub test ten ratings a user, no rating
  /// twice.
  static let published: [PublishedSplit] = [
    PublishedSplit(
      "u1", .block(1, of: 5), "18c6014a4b2c7324f250a63f8904a7b16b2b19f911129e346141507b0cbac950"),
    PublishedSplit(
      "u2", .block(2, of: 5), "4de658d1e04ed9104629509a2e2528fce833ac8e048280183f1df167632038c3"),
    PublishedSplit(
      "u3", .block(3, of: 5), "0f548b51c78327de4c156461d3e430b7e5579fe2b5681586a59416e48fd35f6d"),
    PublishedSplit(
      "u4", .block(4, of: 5), "7c02ad0a1e7ab1083c8b9d4b627203a051dd7b5eab46d99fa44de33470de8db9"),
    PublishedSplit(
      "u5", .block(5, of: 5), "351cc52e0d15b6c721466276fc24671d40936899e3d01fadeaf312915b8c5634"),
    PublishedSplit(
      "ua", .ofEachUser(0..<10), "d0497e202417720f57a184ec8c66be2d1afa4ff41bb53787c57b28d6bf79bc42"
    ),
    PublishedSplit(
      "ub", .ofEachUser(10..<20),
      "d54a72d05730d5892062734b2bec73e976f9b713d18c828a18b968d6cce442da"),
  ]
}
