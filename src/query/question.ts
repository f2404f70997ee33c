/**
 * What a view can ask. Questions and answers are plain JSON, so that a stored answer can stand in for the
 * engine (a frozen briefing) without a view noticing.
 */
import type { Figure } from '../model/figure.ts';
import type { Severity } from '../model/issue.ts';
import type { Grain } from '../model/period.ts';
import type { RepairKind } from '../model/repair.ts';

/** A period code, the latest of each unit, or the codes between two (both inside). */
export type PeriodChoice =
  | { readonly type: 'latest' }
  | { readonly type: 'one'; readonly code: string }
  | { readonly type: 'range'; readonly from: string; readonly to: string }
  | { readonly type: 'several'; readonly codes: readonly string[] };

export interface Scope {
  /** Only these units; null = all. */
  readonly units: readonly string[] | null;
  readonly period: PeriodChoice;
  readonly grain: Grain | 'any';
  readonly breakdown: string;
  readonly category: string;
  /** null = the empty body, else each by itself. */
  readonly body: string | null;
}

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

export interface CompareQuestion extends Scope {
  readonly ask: 'compare';
  readonly subject: string;
  /** Units that the reader wants side by side whatever their parent and level. */
  readonly peers: readonly string[];
  /** Periods of the same length back from which a missing figure may be filled. */
  readonly tolerance?: number;
}
/** Units that may be looked at together: one period, one level, one parent, or the reader's own choice. */
export interface CompareGroup {
  readonly period: string;
  readonly level: string;
  readonly parent: string | null;
  readonly cutoff: Figure['cutoff'];
  /** Set where latest figures are asked for and the others of this place are in another period: which. */
  readonly behind?: string;
  readonly rows: readonly CompareRow[];
  /** Σ numerator ÷ Σ denominator (of a count: Σ) over the comparable rows; null where there are fewer than two. */
  readonly total: GroupTotal | null;
  /** How many units were to report for the period. */
  readonly expected: number;
  /** What the parent itself reports: a figure of its own, never merged with the total. */
  readonly own: Figure | null;
}
export interface GroupTotal {
  readonly value: number;
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** Units in the sum, and units that reported (a suppressed count was reported too). */
  readonly units: number;
  readonly reported: number;
}
export interface CompareRow {
  readonly figure: Figure;
  /** The period it stands for; another than the figure's own where it was filled from an earlier one. */
  readonly period: string;
  /** The same figure a year earlier. */
  readonly before: Figure | null;
  /** Target, registered and norm figures that hold for this unit and period. */
  readonly references: readonly Figure[];
}
export interface CompareAnswer {
  readonly groups: readonly CompareGroup[];
  /** Units that report nothing themselves although units below them do. */
  readonly below: readonly string[];
}

export interface TrendQuestion extends Scope {
  readonly ask: 'trend';
  readonly subject: string;
}
export interface TrendAnswer {
  readonly grain: Grain | 'any';
  /** Codes on the axis, in time order. */
  readonly periods: readonly string[];
  readonly series: readonly TrendSeries[];
  /** Σ over Σ of all units under the one parent of the shown ones. */
  readonly group: {
    readonly parent: string;
    readonly points: readonly TrendTotal[];
  } | null;
  /** What that parent reports itself. */
  readonly own: TrendSeries | null;
  readonly breaks: readonly TrendBreak[];
}
export interface TrendTotal {
  readonly period: string;
  readonly total: GroupTotal | null;
  readonly expected: number;
}
/** A unit's new name or status (with its day), or a stated break of the series (both texts empty). */
export interface TrendBreak {
  readonly unit: string;
  readonly period: string;
  readonly name: string;
  readonly date: string;
}
export interface TrendSeries {
  readonly unit: string;
  readonly body: string;
  readonly category: string;
  /** One figure per axis period; absent ones carry their absence. */
  readonly points: readonly Figure[];
  readonly targets: readonly Figure[];
}

export interface ProfileQuestion {
  readonly ask: 'profile';
  readonly unit: string;
  readonly body: string | null;
}
export interface ProfileAnswer {
  /** All figures of the unit, the latest period first. */
  readonly figures: readonly Figure[];
  readonly statements: readonly Statement[];
  readonly issues: readonly Issue[];
}

export interface OverviewQuestion {
  readonly ask: 'overview';
  readonly units: readonly string[] | null;
  readonly period: PeriodChoice;
  readonly grain: Grain | 'any';
}
/** The latest result of every unit and indicator, without breakdown. */
export interface OverviewAnswer {
  readonly figures: readonly Figure[];
  /** The same figures a year earlier, where they exist. */
  readonly before: readonly Figure[];
  /** Results of the shown units and indicators over time, oldest first, for sparklines. */
  readonly history: readonly Figure[];
  readonly tiles: readonly OverviewTile[];
  readonly errors: readonly { readonly unit: string; readonly count: number }[];
  readonly figureCount: number;
}

/** One thing to attend to: how much of it, over how many units, and where most of it is. */
export interface OverviewTile {
  readonly subject: string;
  readonly period: string;
  readonly value: number;
  readonly units: number;
  readonly expected: number;
  /** Units with the most, largest first. */
  readonly most: readonly { readonly unit: string; readonly value: number }[];
}

export interface FiguresQuestion {
  readonly ask: 'figures';
  readonly subjects: readonly string[] | null;
  readonly units: readonly string[] | null;
  readonly period: PeriodChoice;
  readonly grain: Grain | 'any';
  readonly breakdown: string;
  readonly category: string;
  readonly body: string | null;
  readonly source: string;
  readonly codes: readonly string[];
  readonly limit: number;
}
export interface FiguresAnswer {
  readonly figures: readonly Figure[];
  /** How many there are in all; more than `figures` holds when the limit was reached. */
  readonly total: number;
}

export interface OriginQuestion {
  readonly ask: 'origin';
  readonly subject: string;
  readonly unit: string;
  readonly period: string;
  readonly category: string;
  readonly breakdown: string;
  readonly body: string | null;
}
export interface OriginAnswer {
  /** One per body and kind. */
  readonly figures: readonly Figure[];
  /** The same subject by category, where it has any. */
  readonly categories: readonly Figure[];
  /** The same subject over the periods inside this one, and around it. */
  readonly inside: readonly Figure[];
  readonly around: readonly Figure[];
  /** The same period a year earlier. */
  readonly before: Figure | null;
  readonly parts: readonly OriginPart[];
  readonly issues: readonly Issue[];
}
export interface OriginPart {
  readonly role: 'numerator' | 'denominator' | 'reported' | 'value';
  readonly sign: 1 | -1;
  readonly optional: boolean;
  readonly measure: string;
  readonly kind: string;
  readonly body: string;
  readonly value: number | null;
  readonly period: string;
  readonly derived: boolean;
  /** Of a derived part: what was added and subtracted. */
  readonly terms: readonly OriginTerm[];
  readonly statements: readonly Statement[];
}
export interface OriginTerm {
  readonly sign: 1 | -1;
  readonly measure: string;
  readonly breakdown: string;
  readonly category: string;
  readonly period: string;
  readonly value: number | null;
}

export interface IssuesQuestion {
  readonly ask: 'issues';
  readonly units: readonly string[] | null;
  readonly severities: readonly Severity[];
  readonly codes: readonly string[];
  /** '' for all. */
  readonly source: string;
  readonly period: string;
  /** Ids of issues that are left out. */
  readonly without?: readonly string[];
  readonly limit: number;
}
export interface IssuesAnswer {
  /** The most serious first, up to the limit. */
  readonly issues: readonly Issue[];
  /** Ids of those issues, those that are traces of one slip together: the most telling first. */
  readonly matters: readonly (readonly string[])[];
  /** How many there are in all, and how many of each unit and code. */
  readonly total: number;
  readonly tally: readonly IssueTally[];
}
export interface IssueTally {
  readonly unit: string;
  readonly code: string;
  readonly count: number;
}

export interface RepairQuestion {
  readonly ask: 'repair';
  readonly issue: string;
}
/** What was probably meant: hypotheses, the most plausible first. */
export interface RepairAnswer {
  /** Whether the issue is one that sums can say anything about. */
  readonly applies: boolean;
  readonly hypotheses: readonly RepairHypothesis[];
  readonly total: number;
}
export interface RepairHypothesis {
  readonly kind: RepairKind;
  /** 0 for the most plausible; several of one rank cannot be told apart by the figures. */
  readonly rank: number;
  readonly changes: readonly {
    readonly statement: Statement;
    readonly from: number;
    readonly to: number;
  }[];
  /** Sums that it would make hold, and sums around these figures that would still not. */
  readonly mended: number;
  readonly failing: number;
  readonly consequences: readonly RepairConsequence[];
}
/** Another place that states the old value, or a printed percentage that would come to fit, or to differ. */
export type RepairConsequence =
  | { readonly type: 'place'; readonly statement: Statement }
  | {
      readonly type: 'rate';
      readonly statement: Statement;
      readonly computed: number;
      readonly agrees: boolean;
    };

/** One statement of a value, as a document makes it. */
export interface Statement {
  readonly row: number;
  readonly unit: string;
  readonly body: string;
  readonly period: string;
  readonly measure: string;
  readonly breakdown: string;
  readonly category: string;
  readonly kind: Figure['kind'];
  readonly value: number | null;
  readonly bound: Figure['bound'];
  readonly status: Figure['status'];
  readonly asOf: string;
  readonly source: string;
  readonly locator: string;
  readonly printed: string;
  readonly note: string;
  readonly file: string;
  readonly line: number;
}

export interface Issue {
  readonly id: string;
  readonly code: string;
  readonly unit: string;
  readonly body: string;
  readonly period: string;
  readonly subject: string;
  readonly breakdown: string;
  readonly category: string;
  readonly kind: string;
  readonly source: string;
  readonly locator: string;
  /** What the other statements give, and what stands there; of a sum: its total and its parts. */
  readonly expected: number | null;
  readonly found: number | null;
  readonly decimals: number | null;
  /** Identity id, tiling of periods, or "finding". */
  readonly about: string;
  readonly note: string;
  readonly statements: readonly Statement[];
}

export interface Answers {
  subjects: { question: SubjectsQuestion; answer: readonly SubjectUse[] };
  compare: { question: CompareQuestion; answer: CompareAnswer };
  trend: { question: TrendQuestion; answer: TrendAnswer };
  profile: { question: ProfileQuestion; answer: ProfileAnswer };
  overview: { question: OverviewQuestion; answer: OverviewAnswer };
  figures: { question: FiguresQuestion; answer: FiguresAnswer };
  origin: { question: OriginQuestion; answer: OriginAnswer };
  issues: { question: IssuesQuestion; answer: IssuesAnswer };
  repair: { question: RepairQuestion; answer: RepairAnswer };
}
export type Question = Answers[keyof Answers]['question'];
export type AnswerOf<Q extends Question> = Answers[Q['ask']]['answer'];

/** The one way from a view to data. */
export type Ask = <Q extends Question>(question: Q, signal?: AbortSignal) => Promise<AnswerOf<Q>>;
