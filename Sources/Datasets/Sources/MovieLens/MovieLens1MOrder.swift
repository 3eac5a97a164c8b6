import Basics
import Foundation

/// Each user's films of MovieLens-1M in the whole order of time, as the file has them that SASRec
/// (Kang, McAuley 2018) and BERT4Rec (Sun et al. 2019) are measured on: 999,611 interactions of
/// 6,040 users with the 3,416 films that have five or more.
///
/// The times of the ratings alone do not give that order, as many users rated several films in one
/// second. The file `ml-1m.sasrec-order.tsv.gz` has a header line and then a line a user:
/// `user⇥mark⇥film film …`, in published ids. The mark is 1 for the 512 users that gSASRec (Petrov,
/// Macdonald 2023) chooses by, else 0; it is checked and not used.
enum MovieLens1MOrder {
  static let file = "ml-1m.sasrec-order.tsv.gz"

  /// The SHA-256 of the file, uncompressed.
  private static let digest = "a12f06dab50244985300cdaaaf759954b833c4c93ee6d739fd818f3e8bb46f6d"

  static func path(in folder: String) -> String { "\(folder)/\(file)" }

  /// The records with these events alone, in this order, each at the time that its place in the
  /// user's order is, from 1; ratings are those of the records.
  ///
  /// Throws `Problem.data`, which says where the file is to be put, where it is missing or damaged.
  static func ordered(
    _ records: MovieLens1MFiles.Records, in folder: String
  ) throws(Problem) -> MovieLens1MFiles.Records {
    let path = path(in: folder)
    guard FileManager.default.fileExists(atPath: path) else {
      throw .data(
        "\(path): is not there, and \"order\": \"sasrec\" is read from it; it cannot be fetched:"
          + " put it there")
    }
    do throws(Problem) {
      let bytes = try TextFile.read(path)
      let ordered = try ordered(records, by: bytes, path)
      let found = SHA256.hex(of: bytes)
      guard found == digest else {
        throw Problem.data(
          "\(path): differs from the expected file (\(found), expected \(digest))")
      }
      return ordered
    } catch {
      throw .data("\(error.message); it cannot be fetched: put the whole file there")
    }
  }

  /// The same of the file's bytes, whatever their digest.
  ///
  /// Throws `Problem.data` naming file and line on a user or a film that the records do not have, a
  /// second line of a user, and a pair that is not rated or that repeats.
  static func ordered(
    _ records: MovieLens1MFiles.Records, by bytes: [UInt8], _ path: String
  ) throws(Problem) -> MovieLens1MFiles.Records {
    let users = records.people.count
    let rows = records.events.placesByUser(users)
    var orders = [[Event]?](repeating: nil, count: users)
    var reader = TextReader(bytes, file: path, Dialect("\t"))
    _ = try reader.next()
    var places = [Int: Int32]()
    for (place, id) in records.filmIDs.enumerated() { places[id] = Int32(place) }
    // The user's own events that are still to come, by film.
    var rated = [Int32](repeating: -1, count: records.films.count)
    while try reader.next(width: 3) {
      let user = try reader.integer(reader.cells[0], in: 1...max(1, users), "user") - 1
      guard orders[user] == nil else { throw reader.problem("has user \(user + 1) again") }
      _ = try reader.integer(reader.cells[1], in: 0...1, "mark")
      let own = rows.places[rows.starts[user]..<rows.starts[user + 1]]
      for place in own { rated[Int(records.events[Int(place)].item)] = place }
      var events: [Event] = []
      for word in reader[reader.cells[2]].split(separator: .space) {
        guard let id = CellNumber.integer(word), let film = places[id] else {
          throw reader.problem(
            "\(MovieLens1MFiles.films) has no item \"\(String(decoding: word, as: UTF8.self))\"")
        }
        let place = Int(rated[Int(film)])
        guard place >= 0 else {
          throw reader.problem("user \(user + 1) has not rated item \(id), or has it twice")
        }
        rated[Int(film)] = -1
        var event = records.events[place]
        event.time = Timestamp(seconds: Int64(events.count + 1))
        events.append(event)
      }
      for place in own { rated[Int(records.events[Int(place)].item)] = -1 }
      orders[user] = events
    }
    var ordered = records
    ordered.events = orders.flatMap { $0 ?? [] }
    var hash = SHA256()
    hash.update(records.digest)
    hash.update(bytes)
    ordered.digest = hash.finish()
    return ordered
  }
}
