import Foundation
import Synchronization
import Testing

@testable import Basics

@Suite struct StandardStreamTests {
  /// A pipe of its own, of which the test closes what it closes.
  private func pipe() -> (reader: Int32, writer: Int32) {
    var ends: [Int32] = [0, 0]
    #expect(Foundation.pipe(&ends) == 0)
    return (ends[0], ends[1])
  }

  @Test func aTextIsWrittenWhole() {
    let (reader, writer) = pipe()
    let stream = StandardStream(writer)
    stream.write("naïve\n")
    stream.write("")
    stream.write("b\n")
    close(writer)
    var bytes = [UInt8](repeating: 0, count: 100)
    let count = read(reader, &bytes, bytes.count)
    close(reader)
    #expect(String(decoding: bytes.prefix(max(0, count)), as: UTF8.self) == "naïve\nb\n")
    #expect(stream.failure == nil)
  }

  /// As of a terminal that another program has set so: a full one is waited for.
  @Test func aStreamThatDoesNotWaitIsWaitedFor() {
    let (reader, writer) = pipe()
    #expect(fcntl(writer, F_SETFL, O_NONBLOCK) == 0)
    let text = String(repeating: "0123456789", count: 100_000)
    let received = Mutex(0)
    let thread = Thread {
      var bytes = [UInt8](repeating: 0, count: 1 << 16)
      var total = 0
      while case let count = read(reader, &bytes, bytes.count), count > 0 { total += count }
      received.withLock { $0 = total }
      close(reader)
    }
    thread.start()
    let stream = StandardStream(writer)
    stream.write(text)
    close(writer)
    while !thread.isFinished { usleep(1000) }
    #expect(received.withLock { $0 } == text.utf8.count)
    #expect(stream.failure == nil)
  }

  @Test func theFirstFailureIsKeptAndWhatFollowsIsDropped() {
    let (reader, writer) = pipe()
    let stream = StandardStream(writer)
    close(writer)
    stream.write("a")
    #expect(stream.failure == EBADF)
    // The number is another file's by now.
    #expect(dup2(reader, writer) == writer)
    stream.write("b")
    #expect(stream.failure == EBADF)
    close(writer)
    close(reader)
  }
}
