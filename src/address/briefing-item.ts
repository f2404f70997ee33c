/** A view that was chosen for a meeting: an address with a name, never figures. */

export interface BriefingItem {
  /** Tells items apart, also two of the same view. */
  readonly id: string;
  /** Query string of the view, "?" included or ''. */
  readonly query: string;
  /** Name on the agenda; '' for the view's own title. */
  readonly name: string;
  /** The view's own title when it was added. */
  readonly title: string;
  /** Shown under the slide's sentence, and in the speaker's notes. */
  readonly note: string;
}
