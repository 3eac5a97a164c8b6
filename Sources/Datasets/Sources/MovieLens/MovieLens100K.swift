import Basics
import Foundation

/// MovieLens-100K: 100,000 ratings that 943 people gave 1,682 films in 1997 and 1998.
///
/// Users and items are numbered as published, minus one; none is left out.
/// User features: age (in the bands of MovieLens-1M), gender, occupation, zip (its first character,
/// which is the region). Item features: genre (several a film), year and decade of release (none
/// for the film called "unknown"). Titles are kept for people to read.
package enum MovieLens100K {
  static let name = "ml-100k"

  static let source = DatasetSource(
    name: name, title: "MovieLens-100K", source: MovieLens.source, published: published,
    locate: { folders throws(Problem) in try locate(folders) },
    read: { folder, _ throws(Problem) in dataset(try verified(files(in: folder))) },
    install: { from, to throws(Problem) in
      let records = try verified(files(in: from))
      try Files.makeFolder(to)
      for part in MovieLens100KPart.allCases {
        try Files.writeAtomically(records.canonical[part] ?? [], to: "\(to)/\(part.rawValue)")
      }
    },
    remotes: [
      .archive(
        "the official archive", at: "https://files.grouplens.org/datasets/movielens/ml-100k.zip",
        members: ["ml-100k/u.data", "ml-100k/u.user", "ml-100k/u.item"]),
      .wheel(
        "recbole", "1.2.1",
        members: ["inter", "user", "item"].map { "recbole/dataset_example/ml-100k/ml-100k.\($0)" }),
    ])

  /// The first folder that holds the data; a cache that holds a part of it does not count, since
  /// fetching completes it.
  static func locate(_ folders: DataFolders) throws(Problem) -> String? {
    for folder in folders.places(of: name) where exists(.ratings, in: folder) {
      let isComplete = MovieLens100KPart.allCases.allSatisfy { exists($0, in: folder) }
      if isComplete || folder != folders.target(of: name) { return folder }
    }
    return nil
  }

  private static func exists(_ part: MovieLens100KPart, in folder: String) -> Bool {
    MovieLens100KFile.names(of: part).contains {
      FileManager.default.fileExists(atPath: "\(folder)/\($0.name)")
    }
  }

  /// The files of a folder, in whatever forms it has them. Throws `Problem.data` on a missing one.
  private static func files(
    in folder: String
  ) throws(Problem) -> [MovieLens100KPart: MovieLens100KFile] {
    var files: [MovieLens100KPart: MovieLens100KFile] = [:]
    for part in MovieLens100KPart.allCases {
      let names = MovieLens100KFile.names(of: part)
      guard
        let found = names.first(where: {
          FileManager.default.fileExists(atPath: "\(folder)/\($0.name)")
        })
      else {
        throw .data(
          "\(folder): has no " + names.map(\.name).joined(separator: " and no "))
      }
      let path = "\(folder)/\(found.name)"
      files[part] = MovieLens100KFile(path: path, bytes: try Files.read(path), form: found.form)
    }
    return files
  }

  /// A folder with so many users, items and ratings, whose files are not compared with the
  /// published ones.
  ///
  /// Throws `Problem.data` naming file and line.
  package static func read(
    in folder: String, users: Int, items: Int, ratings: Int
  ) throws(Problem) -> Dataset {
    let files = try files(in: folder)
    guard let events = files[.ratings], let people = files[.users], let films = files[.items] else {
      throw .data("\(folder): a file is missing")
    }
    return dataset(
      try MovieLens100KRecords(
        ratings: events, users: people, items: films,
        sizes: .init(users: users, items: items, ratings: ratings)))
  }

  /// Reads the files and compares them with the published ones.
  ///
  /// Throws `Problem.data` naming the bad line, or the file if every line looks well.
  private static func verified(
    _ files: [MovieLens100KPart: MovieLens100KFile]
  ) throws(Problem) -> MovieLens100KRecords {
    guard let ratings = files[.ratings], let users = files[.users], let items = files[.items] else {
      throw .data("\(name): a file is missing")
    }
    let records = try MovieLens100KRecords(ratings: ratings, users: users, items: items)
    for part in MovieLens100KPart.allCases {
      let digest = SHA256.hex(of: records.canonical[part] ?? [])
      guard digest == part.digest else {
        throw .data(
          "\(files[part]?.path ?? part.rawValue): differs from the published file"
            + " (SHA-256 in our form \(digest), expected \(part.digest)); remove it and fetch again"
        )
      }
    }
    return records
  }

  /// The data set that the records make.
  static func dataset(_ records: MovieLens100KRecords) -> Dataset {
    var digest = SHA256()
    for part in MovieLens100KPart.allCases { digest.update(records.canonical[part] ?? []) }
    let people = records.people
    let films = records.films
    let (users, items) = (people.indices.map { "\($0 + 1)" }, films.indices.map { "\($0 + 1)" })
    return Dataset(
      name: name, events: records.events, userIDs: users, itemIDs: items,
      itemTitles: films.map(\.fullTitle), userFeatures: MovieLens.userFeatures(people),
      itemFeatures: MovieLens.itemFeatures(films, genres: MovieLens.genres),
      published: PublishedLines(
        splits: published, events: records.events, userIDs: users, itemIDs: items),
      digest: digest.finish())
  }
}
