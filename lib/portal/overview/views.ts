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

/** A school in a school year, from its card to what is done for it. */
export interface SchoolProgress {
  schoolId: string;
  name: string;
  /** null: the campaign has no card of this school */
  cardId: string | null;
  card: 'DRAFT' | 'SUBMITTED' | 'RETURNED' | 'ACCEPTED' | null;
  /** the card is still at the school and its date is over */
  late: boolean;
  /** points of the table of low results, of an accepted card alone */
  negativeSum: number | null;
  maximum: number | null;
  /** on the list of low results in force */
  listed: boolean;
  examinations: number;
  /** with every part done or cancelled */
  examinationsDone: number;
  recommendationsIssued: number;
  recommendationsDone: number;
  /** those whose date is over and that nobody answered */
  recommendationsLate: number;
  programme: 'DRAFT' | 'SUBMITTED' | 'RETURNED' | 'APPROVED' | 'RUNNING' | 'FINISHED' | null;
  programmeId: string | null;
  /** who hosts it in partnerships agreed, running or finished */
  partners: string[];
  /** events of the year that somebody of the school came to */
  eventsAttended: number;
}

export interface SchoolProgressView {
  municipalityId: string;
  municipalityName: string;
  /** null: the municipality has had no campaign */
  schoolYear: string | null;
  campaignId: string | null;
  /** with a campaign, the newest first */
  schoolYears: string[];
  /** by name */
  schools: SchoolProgress[];
}
