import Foundation
import Synchronization

/// Standard output or standard error of this program: everything that it prints goes through here.
///
/// A stream may lead to a full disk, to a pipe that nobody reads any more, or nowhere. None of that
/// ends the program: its work is in files. What cannot be written is dropped, and so is all that
/// follows, so that no line has a hole before it; ``failure`` tells why, for the exit status.
package struct StandardStream: TextOutputStream, Sendable {
  /// Where results go.
  package static let output = StandardStream(STDOUT_FILENO)
  /// Where progress and errors go.
  package static let error = StandardStream(STDERR_FILENO)

  private let descriptor: Int32
  /// Whether it led to a terminal when the program began.
  package let isTerminal: Bool
  private let state = State()

  private final class State: Sendable { let failure = Mutex<Int32?>(nil) }

  /// Writes to an open descriptor, which stays open.
  init(_ descriptor: Int32) {
    self.descriptor = descriptor
    isTerminal = isatty(descriptor) == 1
  }

  /// Makes writing safe for the whole process; to be called once, before anything is opened.
  ///
  /// A pipe without a reader becomes an error of the write instead of SIGPIPE. Descriptors 0 to 2
  /// that are closed are filled, such that using them is still an error: otherwise the next file
  /// opened would get the number, and what is printed would end up in it.
  package static func prepare() {
    signal(SIGPIPE, SIG_IGN)
    // Nor does a limit on the size of files end the program: the write is an error.
    signal(SIGXFSZ, SIG_IGN)
    _ = (output.isTerminal, error.isTerminal)
    for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO]
    where fcntl(descriptor, F_GETFD) == -1 {
      // The lowest free number is the one that is missing.
      _ = open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY)
    }
  }

  /// The `errno` of the first write that failed; nil while all has been written.
  package var failure: Int32? { state.failure.withLock { $0 } }

  /// Writes the text at once, whole, and not between the pieces of another thread's.
  package func write(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      state.failure.withLock { failure in
        if failure == nil { failure = write(UnsafeRawBufferPointer(bytes)) }
      }
    }
  }

  /// Writes all bytes; otherwise what went wrong.
  private func write(_ bytes: UnsafeRawBufferPointer) -> Int32? {
    var rest = bytes
    while !rest.isEmpty {
      let count = Foundation.write(descriptor, rest.baseAddress, rest.count)
      if count >= 0 {
        rest = UnsafeRawBufferPointer(rebasing: rest[count...])
      } else if errno == EAGAIN {
        // Whoever lent us the stream does not want to wait; we do.
        var wanted = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        poll(&wanted, 1, -1)
      } else if errno != EINTR {
        return errno
      }
    }
    return nil
  }
}
