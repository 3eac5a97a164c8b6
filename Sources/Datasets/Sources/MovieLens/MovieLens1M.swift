import Basics
import Foundation

/// MovieLens-1M: 1,000,209 ratings that 6,040 people gave 3,706 films from 2000 to 2003.
///
/// Users are numbered as published, minus one. Items are the films that somebody rated, ascending
/// by their ids; the 177 others are left out, as papers count them.
/// User features: age band, gender, occupation, zip (its first character, which is the region).
/// Item features: genre (several a film), year and decade of release. Titles are kept for people to
/// read.
///
/// Besides the published files a folder may hold `ml-1m.partial.tsv.gz`, in which every pair of
/// user and item is there, but some ratings and times are 0, withheld. All ratings of 4 and 5 and
/// their times are there – as many as were published – so no withheld one is above 3, and whatever
/// would need one refuses.
///
/// A spec's `"ml-1m": {"order": "sasrec"}` reads ``MovieLens1MOrder`` besides.
enum MovieLens1M {
  static let name = "ml-1m"

  static let source = DatasetSource(
    MovieLens1MSettings.self, title: "MovieLens-1M", source: MovieLens.source,
    locate: { folders throws(Problem) in try locate(folders) },
    read: { folder, settings, _ async throws(Problem) in
      let records = try verified(files(in: folder))
      switch settings.order {
      case .file: return dataset(records)
      case .sasrec:
        return dataset(
          try MovieLens1MOrder.ordered(records, in: folder),
          notes: ["times are places in each user's order, from 1"])
      }
    },
    install: { from, to throws(Problem) in
      let files = try MovieLens1MFiles(
        form: .published, folder: from,
        ratings: Files.read("\(from)/\(MovieLens1MFiles.Form.published.rawValue)"))
      _ = try verified(files)
      try Files.makeFolder(to)
      try Files.writeAtomically(files.users, to: "\(to)/\(MovieLens1MFiles.users)")
      try Files.writeAtomically(files.films, to: "\(to)/\(MovieLens1MFiles.films)")
      try Files.writeAtomically(
        files.ratings, to: "\(to)/\(MovieLens1MFiles.Form.published.rawValue)")
    },
    remotes: [
      .archive(
        "the official archive", at: "https://files.grouplens.org/datasets/movielens/ml-1m.zip",
        members: ["ml-1m/ratings.dat", "ml-1m/users.dat", "ml-1m/movies.dat"])
    ])

  /// The first folder that holds ratings in either form; a cache without the other files does not
  /// count, since fetching completes it.
  static func locate(_ folders: DataFolders) throws(Problem) -> String? {
    for folder in folders.places(of: name) where form(in: folder) != nil {
      let isComplete = [MovieLens1MFiles.users, MovieLens1MFiles.films].allSatisfy {
        FileManager.default.fileExists(atPath: "\(folder)/\($0)")
      }
      if isComplete || folder != folders.target(of: name) { return folder }
    }
    return nil
  }

  /// The form of the ratings in a folder, the published one if it has both.
  private static func form(in folder: String) -> MovieLens1MFiles.Form? {
    MovieLens1MFiles.Form.allCases.first {
      FileManager.default.fileExists(atPath: "\(folder)/\($0.rawValue)")
    }
  }

  private static func files(in folder: String) throws(Problem) -> MovieLens1MFiles {
    guard let form = form(in: folder) else {
      throw .data("\(folder): has no \(MovieLens1MFiles.Form.published.rawValue)")
    }
    let path = "\(folder)/\(form.rawValue)"
    let ratings: [UInt8]
    switch form {
    case .published: ratings = try Files.read(path)
    case .partial: ratings = try TextFile.gunzip(Files.read(path), path)
    }
    return try MovieLens1MFiles(form: form, folder: folder, ratings: ratings)
  }

  /// Reads the files and compares them with the published ones.
  ///
  /// Throws `Problem.data` naming the bad line, or the file if every line looks well.
  static func verified(_ files: MovieLens1MFiles) throws(Problem) -> MovieLens1MFiles.Records {
    let records = try files.records()
    for (file, digest, expected) in files.checksums where digest != expected {
      throw .data(
        "\(file): differs from the expected file (\(digest), expected \(expected)); remove it and"
          + " fetch again")
    }
    return records
  }

  /// The data set that the records make.
  static func dataset(_ records: MovieLens1MFiles.Records, notes: [String] = []) -> Dataset {
    var isRated = [Bool](repeating: false, count: records.films.count)
    for event in records.events { isRated[Int(event.item)] = true }
    let rated = isRated.indices.filter { isRated[$0] }
    var places = [Int32](repeating: -1, count: isRated.count)
    for (place, film) in rated.enumerated() { places[film] = Int32(place) }
    var events = records.events
    for index in events.indices { events[index].item = places[Int(events[index].item)] }
    let films = rated.map { records.films[$0] }
    return Dataset(
      name: name, events: events,
      userIDs: records.people.indices.map { "\($0 + 1)" },
      itemIDs: rated.map { "\(records.filmIDs[$0])" }, itemTitles: films.map(\.fullTitle),
      userFeatures: MovieLens.userFeatures(records.people),
      itemFeatures: MovieLens.itemFeatures(films, genres: MovieLens1MFiles.genres),
      notes: notes, unknownRatingsAtMost: records.unknownRatingsAtMost, digest: records.digest)
  }
}
