/**
 * What a view can ask. Questions and answers are plain JSON, so that a stored answer can stand in for the engine
 * without a view noticing; types only.
 */
import type { CompareAnswer, CompareQuestion } from './compare.ts';
import type { ExplainAnswer, ExplainQuestion } from './explain.ts';
import type { FiguresAnswer, FiguresQuestion } from './figures.ts';
import type { IssuesAnswer, IssuesQuestion, OverruledAnswer, OverruledQuestion } from './issues.ts';
import type { OriginAnswer, OriginQuestion } from './origin.ts';
import type { OverviewAnswer, OverviewQuestion } from './overview.ts';
import type { ProfileAnswer, ProfileQuestion } from './profile.ts';
import type { RecordsAnswer, RecordsQuestion } from './records.ts';
import type { RepairAnswer, RepairQuestion } from './repair.ts';
import type {
  StandingAnswer,
  StandingQuestion,
  TargetsAnswer,
  TargetsQuestion,
} from './standing.ts';
import type { SubjectsQuestion, SubjectUse } from './subjects.ts';
import type { TrendAnswer, TrendQuestion } from './trend.ts';
import type { VisitsAnswer, VisitsQuestion } from './visits.ts';

export interface Answers {
  subjects: { question: SubjectsQuestion; answer: readonly SubjectUse[] };
  compare: { question: CompareQuestion; answer: CompareAnswer };
  trend: { question: TrendQuestion; answer: TrendAnswer };
  profile: { question: ProfileQuestion; answer: ProfileAnswer };
  overview: { question: OverviewQuestion; answer: OverviewAnswer };
  figures: { question: FiguresQuestion; answer: FiguresAnswer };
  origin: { question: OriginQuestion; answer: OriginAnswer };
  explain: { question: ExplainQuestion; answer: ExplainAnswer };
  issues: { question: IssuesQuestion; answer: IssuesAnswer };
  overruled: { question: OverruledQuestion; answer: OverruledAnswer };
  records: { question: RecordsQuestion; answer: RecordsAnswer };
  repair: { question: RepairQuestion; answer: RepairAnswer };
  visits: { question: VisitsQuestion; answer: VisitsAnswer };
  standing: { question: StandingQuestion; answer: StandingAnswer };
  targets: { question: TargetsQuestion; answer: TargetsAnswer };
}

export type Question = Answers[keyof Answers]['question'];

export type AnswerOf<Q extends Question> = Answers[Q['ask']]['answer'];

/** The one way from a view to data. */
export interface Ask {
  <Q extends Question>(question: Q, signal?: AbortSignal): Promise<AnswerOf<Q>>;
  /** The same answer at once, where what it needs was read before. */
  readonly known?: <Q extends Question>(question: Q) => AnswerOf<Q> | undefined;
  /** Reads what this question, and those like it at other periods, need; false where nothing is kept of it. */
  readonly bring?: (question: Question) => Promise<boolean>;
}
