import Basics
import Foundation
import Logging

/// Log lines as people read them: the time, and what happened.
struct PlainLog: LogHandler {
  var logLevel = Logger.Level.info
  var metadata: Logger.Metadata = [:]

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    let time = Date.now.formatted(.iso8601.dateTimeSeparator(.space).timeSeparator(.colon))
    StandardStream.error.write("\(time) \(event.message.description.controlsEscaped)\n")
  }
}
