/** The controls of every screen: labelled, usable by keyboard, searchable without diacritics. */
import { useId } from 'react';
import { words } from '../../text/words.ts';
import { Chevron, type ChoiceProps, type Option } from './field/option.tsx';
import { useTouch } from './field/touch.ts';

/** A short list. Nothing to choose from is not shown. */
export function Choice(props: ChoiceProps) {
  const { lists, touch, listeners } = useTouch();
  const { label, value, options, size } = props;
  const id = useId();
  if (options.length < 2) return null;
  if (lists) return <lists.ChoiceList {...props} touch={touch} />;
  return (
    <div className={size ? `field ${size}` : 'field'}>
      <span className="react-aria-Label" id={`${id}label`}>
        {label}
      </span>
      <button
        type="button"
        className="select-button"
        aria-haspopup="listbox"
        aria-expanded={false}
        aria-labelledby={`${id}value ${id}label`}
        {...listeners}
      >
        <span id={`${id}value`}>{options.find((option) => option.id === value)?.name ?? ''}</span>
        <Chevron />
      </button>
    </div>
  );
}

/** A long list with search and headings. */
export function Picker(props: ChoiceProps) {
  const { lists, touch, listeners, onType } = useTouch();
  const { label, value, options, size = 'wide' } = props;
  const id = useId();
  if (lists) return <lists.PickerList {...props} touch={touch} />;
  return (
    <div className={`field ${size}`}>
      <label className="react-aria-Label" htmlFor={id}>
        {label}
      </label>
      <div className="field-box" {...listeners}>
        <input
          id={id}
          role="combobox"
          aria-expanded={false}
          aria-autocomplete="list"
          autoComplete="off"
          value={options.find((option) => option.id === value)?.name ?? ''}
          onChange={(event) => onType(event.currentTarget.value)}
        />
        <button
          type="button"
          className="field-button"
          tabIndex={-1}
          aria-label={words.control.choose}
        >
          <Chevron />
        </button>
      </div>
    </div>
  );
}

/** Several of a list: chosen ones as tags, a picker for one more. */
export function Several({
  label,
  values,
  options,
  onChange,
}: {
  readonly label: string;
  readonly values: readonly string[];
  readonly options: readonly Option[];
  readonly onChange: (values: string[]) => void;
}) {
  const left = options.filter((option) => !values.includes(option.id));
  return (
    <>
      <Picker
        label={label}
        value=""
        options={left}
        onChange={(id) => onChange([...values, id])}
        size="more"
      />
      {values.length > 0 && (
        <ul className="tags" aria-label={label}>
          {values.map((value) => {
            const name = options.find((option) => option.id === value)?.name ?? value;
            return (
              <li key={value} className="tag">
                {name}
                <button
                  type="button"
                  aria-label={words.control.remove(name)}
                  onClick={() => onChange(values.filter((other) => other !== value))}
                >
                  ×
                </button>
              </li>
            );
          })}
        </ul>
      )}
    </>
  );
}

/** A text of one line. */
export function TextField({
  label,
  value,
  onChange,
  placeholder,
  size = 'wide',
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly placeholder?: string;
  readonly size?: 'wide' | '';
}) {
  return (
    <label className={size ? `field ${size}` : 'field'}>
      <span>{label}</span>
      <span className="field-box">
        <input
          value={value}
          {...(placeholder === undefined ? {} : { placeholder })}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      </span>
    </label>
  );
}

/** A text that filters what is shown; Escape clears it. */
export function Search({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
}) {
  const id = useId();
  return (
    <div className="field search">
      <label htmlFor={id}>{label}</label>
      <div className="field-box">
        <input
          id={id}
          type="search"
          autoComplete="off"
          placeholder={words.control.searchHint}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
          onKeyDown={(event) => event.key === 'Escape' && onChange('')}
        />
        {value && (
          <button
            type="button"
            className="field-button"
            tabIndex={-1}
            aria-label={words.control.clear}
            onClick={() => onChange('')}
          >
            ×
          </button>
        )}
      </div>
    </div>
  );
}
