import { type ReactNode, type RefObject, useRef, useState } from 'react';
import {
  Collection,
  ComboBox,
  Header,
  Input,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Popover,
} from 'react-aria-components';

interface Option {
  id: string;
  label: string;
  detail?: string | null;
  /** What it is, in a word. */
  kind?: string;
  icon?: ReactNode;
}

export interface OptionGroup {
  id: string;
  title?: string;
  options: Option[];
}

interface Props {
  label: string;
  placeholder: string;
  /** What the address says; typing starts from it and leaving the field returns to it. */
  value: string;
  /** What to offer for a text; an untouched field offers for ''. */
  typed: string | null;
  onType: (text: string | null) => void;
  groups: OptionGroup[];
  nothing: string;
  /** Suggestions could not be had: what was typed stays in the field, also when it is left. */
  problem?: string | null;
  onChoose: (id: string) => void;
  /** Enter with nothing highlighted. */
  onSubmit: (text: string) => void;
  /** The list opens as wide as this, under it. */
  anchor: RefObject<HTMLElement | null>;
  className: string;
  /** Its share of the room; the stylesheet's where there is none. */
  grow?: number | undefined;
  id?: string;
}

/** A text field with suggestions: arrows, Enter and Escape as in any combo box. */
export function SuggestBox({
  label,
  placeholder,
  value,
  typed,
  onType,
  groups,
  nothing,
  problem = null,
  onChoose,
  onSubmit,
  anchor,
  className,
  grow,
  id,
}: Props) {
  const [width, setWidth] = useState<number>();
  const input = useRef<HTMLInputElement>(null);
  /** The answer is below; a field that kept the focus, or got it back from a press, would open its list over it. */
  const leave = () => {
    onType(null);
    input.current?.blur();
    setTimeout(() => input.current?.blur());
  };
  return (
    <ComboBox
      className={className}
      style={{ flexGrow: grow }}
      aria-label={label}
      menuTrigger="focus"
      allowsCustomValue
      allowsEmptyCollection
      inputValue={typed ?? value}
      onInputChange={(text) => onType(text === value && typed === null ? null : text)}
      selectedKey={null}
      onSelectionChange={(key) => {
        if (key !== null) {
          onChoose(String(key));
          leave();
        }
      }}
      onOpenChange={(open) => open && setWidth(anchor.current?.offsetWidth)}
      defaultFilter={() => true}
      items={groups}
    >
      <Input
        ref={input}
        id={id}
        placeholder={placeholder}
        enterKeyHint="search"
        spellCheck={false}
        onFocus={(event) => event.currentTarget.select()}
        onBlur={() => problem === null && onType(null)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.currentTarget.getAttribute('aria-activedescendant')) {
            onSubmit(event.currentTarget.value.trim());
            leave();
          }
        }}
      />
      <Popover
        className="popover suggestions"
        triggerRef={anchor}
        offset={6}
        style={{ width }}
        placement="bottom start"
      >
        {problem && (
          <p className="suggestion-problem" role="status">
            {problem}
          </p>
        )}
        <ListBox className="options" items={groups} renderEmptyState={() => <p className="nothing">{nothing}</p>}>
          {(group) => (
            <ListBoxSection id={group.id}>
              {group.title && <Header>{group.title}</Header>}
              <Collection items={group.options}>
                {(option) => (
                  <ListBoxItem id={option.id} textValue={option.label}>
                    {option.icon}
                    <span className="words">
                      {option.label}
                      {option.detail && <small>{option.detail}</small>}
                    </span>
                    {option.kind && <small>{option.kind}</small>}
                  </ListBoxItem>
                )}
              </Collection>
            </ListBoxSection>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
