/// The size of a `Condition`.
struct ConditionSize {
  /// Different values.
  let values: Double
  /// Values that a row has, mean.
  let perRow: Double
  let isAttribute: Bool

  /// The interaction row.
  static func interactions(_ sizes: RankingSizes) -> ConditionSize {
    ConditionSize(values: sizes.items, perRow: sizes.perUser, isAttribute: false)
  }

  /// Who the user is.
  static func user(_ sizes: RankingSizes) -> ConditionSize {
    ConditionSize(values: sizes.users, perRow: 1, isAttribute: false)
  }

  /// The values of user features, of which a user has one each.
  static func features(_ names: [String], _ sizes: RankingSizes) -> [ConditionSize] {
    let values = sizes.userFeatures.filter { names.contains($0.name) }
      .reduce(0) { $0 + $1.values }
    return names.isEmpty
      ? [] : [ConditionSize(values: values, perRow: Double(names.count), isAttribute: false)]
  }

  /// The values of item features.
  static func attributes(_ names: [String], _ sizes: RankingSizes) -> [ConditionSize] {
    sizes.features.filter { names.contains($0.name) }.map {
      ConditionSize(
        values: $0.values, perRow: min($0.values, $0.perItem * sizes.perUser), isAttribute: true)
    }
  }
}
