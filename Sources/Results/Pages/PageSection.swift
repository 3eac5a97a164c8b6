import Foundation

/// The part of a paper's page about one artifact, as Markdown that code-hosting pages render.
extension PageArtifact {
  /// Heading, tables, pictures, verdicts, assumptions, cost, and how to make it again.
  var section: String {
    var parts = [
      "<a id=\"\(MarkdownText.attribute(name))\"></a>\n\n## \(MarkdownText.heading(title))"
    ]
    parts.append(
      place
        + "Spec: \(MarkdownText.link("\(name).json", to: specLink)). \(standing)")
    for table in tables { parts += sectionOf(table) }
    for picture in pictures { parts += sectionOf(picture) }
    parts += searchRecords
    if !otherProfiles.isEmpty {
      let links = otherProfiles.map { MarkdownText.link($0.name, to: "\($0.folder)/") }.joined(
        separator: ", ")
      parts.append("The same by other profiles, with all files: \(links).")
    }
    for text in texts { parts.append(MarkdownText.demoted(text.markdown, by: 2)) }
    if !assumptions.isEmpty {
      parts.append("### What the paper leaves open, and how it is read here")
      parts.append(Self.list(assumptions))
    }
    if !departures.isEmpty {
      parts.append("### Where this differs from the paper knowingly")
      parts.append(Self.list(departures))
    }
    parts += costs
    parts += regeneration
    return parts.joined(separator: "\n\n")
  }

  /// Where in the paper it stands, or beside what.
  private var place: String {
    let text = MarkdownText.item(source)
    if text.isEmpty { return "" }
    if !document.isEmpty {
      return "From another paper, \(MarkdownText.escaped(document)): \(text). "
    }
    return text.hasPrefix("beside ") ? "B\(text.dropFirst()). " : "The paper's \(text). "
  }

  /// Whether this is a measurement, a smoke run, or nothing yet.
  var standing: String {
    if !isMeasured { return "Published numbers alone: there is nothing to measure." }
    if seeds == 0, folder != nil { return "Counted in the data." }
    guard folder != nil else { return "**Not measured yet.**" }
    if !manifest.profile.isEmpty {
      return "**A smoke run** by the profile `\(manifest.profile)`, far shorter than the paper's"
        + (isOfOtherData ? " and on other data than the spec's own, whatever headings say" : "")
        + ": it shows that everything works, and measures nothing."
    }
    let measured = tables.flatMap(\.entries).map(\.seeds).max() ?? 0
    guard measured > 0 else { return "" }
    return measured < seeds
      ? "Measured with \(measured) of the spec's \(seeds) seeds."
      : "Measured with \(measured == 1 ? "one seed" : "\(measured) seeds")."
  }

  private func sectionOf(_ table: Table) -> [String] {
    [
      "### \(MarkdownText.heading(table.name))", PageTable(table.entries, counts: counts).markdown,
      (table.entries.contains(where: \.isCounted)
        ? "Each cell: our number, and"
        : "Each cell: our mean, ± its standard deviation over seeds, and")
        + " in *italics* what the paper prints, if it does. Definitions and notes: \(file("\(table.name).md")); all digits:"
        + " \(file("\(table.name).csv")).",
    ]
  }

  private func sectionOf(_ picture: String) -> [String] {
    guard let folder else { return [] }
    let name = String(picture.dropLast(".svg".count))
    let program = "; the program that draws it: \(file("\(name).gnuplot"))"
    return [
      "!" + MarkdownText.link("\(name): \(title)", to: "\(folder)/\(picture)"),
      "Data: \(file("\(name).csv"))\(programs.contains(name) ? program : "").",
    ]
  }

  private var searchRecords: [String] {
    guard let folder, !searches.isEmpty else { return [] }
    return [
      "### What was searched",
      searches.map { search in
        let isDrawn = programs.contains(search.name)
        return
          "- \(MarkdownText.link(search.name, to: "\(folder)/\(search.name).md")): \(search.summary)"
          + (isDrawn ? " A heat map: \(file("\(search.name).gnuplot")) draws it." : "")
      }.joined(separator: "\n"),
    ]
      + (isSearchedOnValidation
        ? ["Searches compare scores on validation data; the tables' are on test data."] : [])
  }

  private var costs: [String] {
    guard folder != nil, !cost.isEmpty else { return [] }
    return [
      "### Cost", PageTable(cost, counts: [Cost.parameters.heading], isOfCosts: true).markdown,
      "Mean and deviation over seeds, "
        + (manifest.jobs == 1 ? "one trial at a time" : "\(manifest.jobs) trials at once")
        + ", each on one thread; the machine may have done other work besides, so that times compare within"
        + " a table at most. What the columns are: \(file("cost.md")).",
    ]
  }

  private var regeneration: [String] {
    if !isMeasured {
      return [
        "### To check it by arithmetic", "```\nreprise audit \(ShellText.word(specPath))\n```",
      ]
    }
    let ofSeeds = seeds == 0 ? "" : " SEEDS=\(seeds)"
    let paper = URL(filePath: specPath).deletingLastPathComponent().lastPathComponent
    var command = "make \(ShellText.word("reproduce-\(paper)-\(name)"))\(ofSeeds)"
    guard folder != nil else {
      return ["### To measure it", "```\n" + command + "\n```"]
    }
    let profile = manifest.profile.isEmpty ? "" : " --profile \(manifest.profile)"
    command += manifest.profile.isEmpty ? "" : " PROFILE=\(manifest.profile)"
    let commands = [
      "\(command)   # sets up, fetches the data, \(seeds == 0 ? "counts" : "trains"), writes these files",
      "reprise verify \(ShellText.word(specPath))\(profile)   # measures again and names each cell that differs",
    ]
    let made = manifest.provenance
    return [
      "### To make it again", "```\n" + commands.joined(separator: "\n") + "\n```",
      "Made by revision `\(made.gitRevision.prefix(12))`"
        + (made.gitRevision.hasSuffix("-dirty") ? " with changes" : "")
        + " on \(made.processor) kernels, from data `\(manifest.dataHash.prefix(12))` and spec"
        + " `\(manifest.specHash.prefix(12))`"
        + (seeds == 0 ? "" : ", in \(manifest.trials.count) trials") + "; whole hashes:"
        + " \(file("manifest.json")).",
    ]
  }

  private static func list(_ lines: [String]) -> String {
    lines.map { "- " + MarkdownText.item($0) }.joined(separator: "\n")
  }

  /// A link to a file of the results.
  private func file(_ name: String) -> String {
    MarkdownText.link(name, to: "\(folder ?? "")/\(name)")
  }
}
