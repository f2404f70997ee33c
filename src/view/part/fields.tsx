/** The controls of every screen, over React Aria: labelled, usable by keyboard, searchable without diacritics. */
import {
  Button,
  Collection,
  ComboBox,
  Header,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Popover,
  SearchField,
  Select,
  SelectValue,
} from 'react-aria-components';
import { groupBy } from '../../model/group.ts';
import { matchesSearch } from '../../model/writing/fold.ts';
import { words } from '../../text/words.ts';

export interface Option {
  readonly id: string;
  readonly name: string;
  /** Heading under which it stands; '' for none. */
  readonly group?: string;
  /** Other spellings to find it by. */
  readonly also?: readonly string[];
}

interface ChoiceProps {
  /** Its width; `bare` stands among buttons, its label only read out. */
  readonly size?: 'wide' | 'more' | 'bare';
  readonly label: string;
  readonly value: string;
  readonly options: readonly Option[];
  readonly onChange: (id: string) => void;
}

/** A short list. Nothing to choose from is not shown. */
export function Choice({ label, value, options, onChange, size }: ChoiceProps) {
  if (options.length < 2) return null;
  return (
    <Select
      className={size ? `field ${size}` : 'field'}
      value={value}
      onChange={(key) => key !== null && onChange(String(key))}
    >
      <Label>{label}</Label>
      <Button className="select-button">
        <SelectValue />
        <Chevron />
      </Button>
      <Popover className="popover">
        <ListBox items={options}>{(option) => <Item option={option} />}</ListBox>
      </Popover>
    </Select>
  );
}

/** A long list with search and headings. */
export function Picker({ label, value, options, onChange, size = 'wide' }: ChoiceProps) {
  const also = new Map(options.map((option) => [option.name, option.also ?? []]));
  const chosen = options.find((option) => option.id === value)?.name ?? '';
  const sections = [...groupBy(options, (option) => option.group ?? '')];
  return (
    <ComboBox
      className={`field ${size}`}
      selectedKey={value || null}
      onSelectionChange={(key) => key !== null && onChange(String(key))}
      defaultFilter={(text, input) =>
        input === chosen || matchesSearch(input, [text, ...(also.get(text) ?? [])])
      }
      menuTrigger="focus"
      allowsEmptyCollection
    >
      <Label>{label}</Label>
      <div className="field-box">
        <Input onFocus={(event) => selectChosen(event.currentTarget, chosen)} />
        <Button className="field-button" aria-label={words.control.choose}>
          <Chevron />
        </Button>
      </div>
      <Popover className="popover">
        <ListBox
          renderEmptyState={() => <div className="option-empty">{words.control.noMatch}</div>}
        >
          {sections.map(([group, items]) => (
            <ListBoxSection key={group || '-'} id={`section ${group}`}>
              {group ? <Header className="option-header">{group}</Header> : null}
              <Collection items={items}>{(option: Option) => <Item option={option} />}</Collection>
            </ListBoxSection>
          ))}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}

/** The list sends the box focus events of its own while it opens: what is being typed must not be selected. */
function selectChosen(input: HTMLInputElement, chosen: string): void {
  if (input.value === chosen) input.select();
}

function Item({ option }: { option: Option }) {
  return (
    <ListBoxItem id={option.id} className="option" textValue={option.name}>
      {option.name}
    </ListBoxItem>
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

/** A text that filters what is shown. */
export function Search({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
}) {
  return (
    <SearchField className="field search" value={value} onChange={onChange}>
      <Label>{label}</Label>
      <div className="field-box">
        <Input placeholder={words.control.searchHint} />
        {value && (
          <Button className="field-button" aria-label={words.control.clear}>
            ×
          </Button>
        )}
      </div>
    </SearchField>
  );
}

function Chevron() {
  return (
    <svg width={12} height={8} viewBox="0 0 12 8" aria-hidden="true">
      <path d="M1 1L6 6.5L11 1" fill="none" stroke="currentColor" strokeWidth={1.5} />
    </svg>
  );
}
