/** How much is filled in. The first municipality is the large one, the second the city, the rest share what is left. */
export interface ScaleSize {
  municipalities: number;
  schools: number;
  /** schools of the first municipality */
  large: number;
  /** schools of the second one */
  city: number;
  /** the cards of so many municipalities, from the first on, have their answers and revisions stored one by one */
  answered: number;
}

/** What quality.md speaks of: all schools of the country in one region, which is the worst a coordinator could see. */
export const COUNTRY: ScaleSize = { municipalities: 1000, schools: 40_000, large: 1000, city: 43, answered: 2 };
