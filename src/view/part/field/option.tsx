/** What a list offers, and the sign that it opens. */
export interface Option {
  readonly id: string;
  readonly name: string;
  /** Heading under which it stands; '' for none. */
  readonly group?: string;
  /** Other spellings to find it by. */
  readonly also?: readonly string[];
}

export function Chevron() {
  return (
    <svg width={12} height={8} viewBox="0 0 12 8" aria-hidden="true">
      <path d="M1 1L6 6.5L11 1" fill="none" stroke="currentColor" strokeWidth={1.5} />
    </svg>
  );
}
