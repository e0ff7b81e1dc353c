/** How far support has come in a municipality and school year. */
export interface MunicipalityProgress {
  municipalityId: string;
  /** cards still at schools whose date is over; 0 once the campaign is closed */
  cardsLate: number;
  /** schools of the list in force whose programme of the year is approved, running or finished */
  programmesInForce: number;
  /** recommendations of the year that went out, and of them those found carried out */
  recommendationsIssued: number;
  recommendationsDone: number;
  /** those that went out, whose date is over, and nobody answered */
  recommendationsLate: number;
  examinations: number;
  /** with every part done or cancelled */
  examinationsDone: number;
  /** agreed, running or finished */
  partnerships: number;
}
