/** What charts draw: rows along an axis, a value of each series in each row. Plain data, so that a server page can give it. */
export interface ChartSeries {
  key: string;
  label: string;
}

export interface ChartRow {
  /** The place on the axis: a school year, a group, a subject. */
  label: string;
  /** By the series' key; null where there are no data, which is never drawn as zero. */
  values: Readonly<Record<string, number | null>>;
}

/** A line across the chart: the threshold of the list, the mean of the city. */
export interface ReferenceValue {
  value: number;
  label: string;
}

/** The sum of a row's values; null when none is there. */
export function totalOf(row: ChartRow, series: readonly ChartSeries[]): number | null {
  const values = series.map(({ key }) => row.values[key] ?? null).filter((value) => value !== null);
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0);
}
