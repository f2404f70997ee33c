/** Lists that open, over React Aria: usable by keyboard and touch, searchable without diacritics. */
import { useEffect, useRef } from 'react';
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
  Select,
  SelectValue,
} from 'react-aria-components';
import { groupBy } from '../../../model/group.ts';
import { matchesSearch } from '../../../model/writing/fold.ts';
import { words } from '../../../text/words.ts';
import { Chevron, type ChoiceProps, type Option, type Touch } from './option.tsx';

interface ListProps extends ChoiceProps {
  /** What was done to it before it could open. */
  readonly touch: Touch;
}

/** A short list. */
export function ChoiceList({ label, value, options, onChange, size, touch }: ListProps) {
  return (
    <Select
      className={size ? `field ${size}` : 'field'}
      autoFocus={touch.hasFocus}
      defaultOpen={touch.isPressed}
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
export function PickerList({ label, value, options, onChange, size = 'wide', touch }: ListProps) {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => typeInto(box.current, touch.typed), [touch]);
  const also = new Map(options.map((option) => [option.name, option.also ?? []]));
  const chosen = options.find((option) => option.id === value)?.name ?? '';
  const sections = [...groupBy(options, (option) => option.group ?? '')];
  return (
    <ComboBox
      className={`field ${size}`}
      autoFocus={touch.hasFocus || touch.isPressed}
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
        <Input ref={box} onFocus={(event) => selectChosen(event.currentTarget, chosen)} />
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

/** What was typed before the list was there is typed once more, for the list to hear. */
function typeInto(input: HTMLInputElement | null, text: string): void {
  if (!input || !text) return;
  input.focus();
  const { set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value') ?? {};
  set?.call(input, text);
  input.dispatchEvent(new Event('input', { bubbles: true }));
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
