/** What a list offers, and the sign that it opens. */
export interface Option {
  readonly id: string;
  readonly name: string;
  /** Heading under which it stands; '' for none. */
  readonly group?: string;
  /** Other spellings to find it by. */
  readonly also?: readonly string[];
}

export interface ChoiceProps {
  /** Its width; `bare` stands among buttons, its label only read out. */
  readonly size?: 'wide' | 'more' | 'bare';
  readonly label: string;
  readonly value: string;
  readonly options: readonly Option[];
  readonly onChange: (id: string) => void;
}

/** What was done to a control while its list was not there yet. */
export interface Touch {
  readonly hasFocus: boolean;
  readonly isPressed: boolean;
  readonly typed: string;
}

export function Chevron() {
  return (
    <svg width={12} height={8} viewBox="0 0 12 8" aria-hidden="true">
      <path d="M1 1L6 6.5L11 1" fill="none" stroke="currentColor" strokeWidth={1.5} />
    </svg>
  );
}
