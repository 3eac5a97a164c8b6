import Datasets
import Engine
import Foundation
import Recommenders
import Schema

@main
struct Benchmarks {
  static func main() throws {
    BLAS.use(threads: 1)
    let text = try String(contentsOfFile: "/tmp/w/ml.inter", encoding: .utf8)
    var pairs: [(Int32, Int32)] = []
    for line in text.split(separator: "\n").dropFirst() {
      let f = line.split(separator: "\t")
      pairs.append((Int32(f[0])! - 1, Int32(f[1])! - 1))
    }
    var r = Random(seed: 1, stream: "split")
    r.shuffle(&pairs)
    let train = Interactions(users: 943, items: 1682, pairs: Array(pairs[..<80000]))
    let test = Interactions(users: 943, items: 1682, pairs: Array(pairs[80000...]))
    let which = CommandLine.arguments[1]
    let settings = try JSON.parse(Array(CommandLine.arguments[2].utf8), file: "args")
    let epochs = Int(CommandLine.arguments[3])!
    let every = Int(CommandLine.arguments[4])!
    let model = try RecommenderList.named(which).make(settings, TrainingData(interactions: train), 1)
    func eval(_ e: Int) {
      var s = [Float](repeating: 0, count: 943 * 1682)
      s.withUnsafeMutableBufferPointer { model.scores(of: 0..<943, into: $0) }
      var p5 = 0.0, p20 = 0.0, n = 0.0
      for u in 0..<943 where !test[u].isEmpty {
        n += 1
        for i in train[u] { s[u * 1682 + Int(i)] = -.infinity }
        let o = (0..<1682).sorted { s[u * 1682 + $0] > s[u * 1682 + $1] }
        let t = Set(test[u])
        p5 += Double(o[..<5].filter { t.contains(Int32($0)) }.count) / 5
        p20 += Double(o[..<20].filter { t.contains(Int32($0)) }.count) / 20
      }
      print("epoch", e, "P@5", p5 / n, "P@20", p20 / n)
    }
    eval(0)
    var t = Date()
    for e in 1...epochs {
      let l = model.trainEpoch()
      if e % every == 0 {
        print(e, Date().timeIntervalSince(t) / Double(every), l.map { ($0.name, $0.value) })
        eval(e)
        t = Date()
      }
    }
  }
}
