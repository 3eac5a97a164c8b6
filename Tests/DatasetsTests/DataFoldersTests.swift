import Testing

@testable import Datasets

@Suite struct DataFoldersTests {
  @Test func theOptionReplacesEverything() {
    let folders = DataFolders(option: "here", environment: ["REPRISE_DATA_DIR": "/data"])
    #expect(folders.searched == ["here"] && folders.cache == "here")
  }

  @Test func theEnvironmentComesBeforeTheCache() {
    let folders = DataFolders(
      option: nil,
      environment: ["REPRISE_DATA_DIR": "/data", "XDG_CACHE_HOME": "/c", "HOME": "/home/me"])
    #expect(folders.searched == ["/data", "/c/reprise"] && folders.cache == "/c/reprise")
    #expect(folders.places(of: "x") == ["/data/x", "/c/reprise/x"])
    #expect(folders.target(of: "x") == "/c/reprise/x")
  }

  @Test func theCacheIsInTheHomeFolder() {
    let folders = DataFolders(
      option: nil, environment: ["REPRISE_DATA_DIR": "", "HOME": "/home/me"])
    #expect(folders.searched == ["/home/me/.cache/reprise"])
  }
}
