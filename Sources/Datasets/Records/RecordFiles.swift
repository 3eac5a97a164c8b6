import Basics

extension RecordSplit {
  /// Writes the parts as `train.csv`, `test.csv` and, if there is one, `validation.csv` into a
  /// folder, which is made if need be: the label and the fields of a record a line, sets joined by
  /// `|`, nothing where a value is missing.
  ///
  /// Other programs can so be given the very same split.
  /// Throws `Problem.run` naming the path that cannot be written.
  package func write(to folder: String, _ records: Records) throws(Problem) {
    try Files.makeFolder(folder)
    let header = ["label"] + records.columns.map(\.name)
    for (name, part) in [("train", train), ("validation", validation), ("test", test)]
    where !part.isEmpty {
      let rows = part.lazy.map { place in
        [records.labels[Int(place)] > 0 ? "1" : "0"] + records.columns.map { $0.text(Int(place)) }
      }
      try Files.writeAtomically(
        CSV.text(header: header, rows: rows), to: "\(folder)/\(name).csv")
    }
  }
}

extension Column {
  /// The value of a record as it is written.
  fileprivate func text(_ record: Int) -> String {
    switch values {
    case .categories(let vocabulary, let places):
      places[record] < 0 ? "" : vocabulary[Int(places[record])]
    case .numbers(let numbers): numbers[record].isNaN ? "" : JSON.text(of: numbers[record])
    case .sets(let vocabulary, let sets, let places):
      sets[Int(places[record])].map { vocabulary[Int($0)] }.joined(separator: "|")
    }
  }
}
