import Schema

extension Split {
  /// Writes the parts as `train.tsv`, `test.tsv` and, if there is one, `validation.tsv` into a folder,
  /// which is made if need be: `user⇥item` lines with the data set's ids, users ascending.
  ///
  /// Other programs can so be given the very same split, and the method "files" reads it back.
  /// Throws `Problem.run` naming the path that cannot be written.
  public func write(to folder: String, ids dataset: Dataset) throws(Problem) {
    try Files.makeFolder(folder)
    for (name, part) in [("train", train), ("validation", validation), ("test", test)]
    where part.count > 0 {
      let lines = part.pairs.map { user, item in
        "\(dataset.userIDs[Int(user)])\t\(dataset.itemIDs[Int(item)])\n"
      }
      try Files.writeAtomically(lines.joined(), to: "\(folder)/\(name).tsv")
    }
  }
}
