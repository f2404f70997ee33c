/** Which indicators and measures have figures. */

export interface SubjectsQuestion {
  readonly ask: 'subjects';
}

/** Of each subject that has figures: how many units, and which breakdowns and bodies occur. */
export interface SubjectUse {
  readonly subject: string;
  readonly units: number;
  readonly figures: number;
  readonly breakdowns: readonly string[];
  readonly bodies: readonly string[];
  readonly periods: readonly string[];
}
