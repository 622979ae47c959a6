import { SlidersHorizontal, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button, Dialog, DialogTrigger, Heading, Modal, ModalOverlay } from 'react-aria-components';
import type { ResultsQuery } from '../../gql/graphql.ts';
import { useI18n } from '../../lib/i18n/i18n.tsx';
import { useTaxonomy } from '../../lib/taxonomy.tsx';
import { type Filters, noFilters } from '../../lib/url.ts';
import { Glyph, PlainIcon } from '../../ui/glyph.tsx';
import { useChosenInDialog } from './chosen.ts';

interface Props {
  filters: Filters;
  facets: ResultsQuery['listings']['facets'] | undefined;
  total: number | undefined;
  /** Whether the list searches as the map moves. */
  follows: boolean;
  onFilters: (filters: Filters) => void;
  onFollow: (follow: boolean) => void;
}

type ListName = 'actions' | 'categories' | 'objects';

/** Every filter in one dialog; each choice is counted before it is made. */
export function More({ filters, facets, total, follows, onFilters, onFollow }: Props) {
  const { t } = useI18n();
  const { actions } = useTaxonomy();
  const chosen = useChosenInDialog(filters);
  const chip = (list: ListName, key: string, label: string, count: number | undefined, icon: ReactNode) => {
    // The three lists hold strings of their own kinds; the key comes from the same kind's facet.
    const values = filters[list] as string[];
    const pressed = values.includes(key);
    return (
      <button
        key={key}
        type="button"
        className="chip"
        aria-pressed={pressed}
        onClick={() =>
          onFilters({ ...filters, [list]: pressed ? values.filter((other) => other !== key) : [...values, key] })
        }
      >
        {icon}
        {label}
        {count !== undefined && <small>{count}</small>}
      </button>
    );
  };
  const countOf = (code: string) => facets?.actions.find(({ action }) => action.code === code)?.count ?? 0;
  return (
    <DialogTrigger>
      <Button className="chip more">
        <SlidersHorizontal size={17} aria-hidden />
        {t.more}
        {chosen > 0 && <small>{chosen}</small>}
        {/* Not a label, which would hide the number from those who hear it. */}
        <span className="visually-hidden">{t.allFilters}</span>
      </Button>
      <ModalOverlay className="scrim" isDismissable>
        <Modal className="modal">
          <Dialog className="filter-dialog">
            {({ close }) => (
              <>
                <header>
                  <Heading slot="title">{t.allFilters}</Heading>
                  <Button className="button plain square" aria-label={t.close} onPress={close}>
                    <X size={22} aria-hidden />
                  </Button>
                </header>
                <div className="body">
                  <h3>{t.actions}</h3>
                  <div className="choices">
                    {actions.map(({ code, label, icon, group }) =>
                      chip('actions', code, label, countOf(code), <Glyph group={group.slug} icon={icon} size={22} />),
                    )}
                  </div>
                  <h3>{t.categories}</h3>
                  <div className="choices">
                    {facets?.categories.map(({ category, count }) =>
                      chip(
                        'categories',
                        category.slug,
                        category.label,
                        count,
                        <Glyph group={category.group.slug} icon={category.icon} size={22} />,
                      ),
                    )}
                  </div>
                  <h3>{t.objects}</h3>
                  <div className="choices">
                    {facets?.objects.map(({ objectType, count }) =>
                      chip(
                        'objects',
                        objectType.slug,
                        objectType.label,
                        count,
                        <PlainIcon icon={objectType.icon} size={16} />,
                      ),
                    )}
                  </div>
                  <h3>{t.map}</h3>
                  <div className="choices">
                    <button type="button" className="chip" aria-pressed={follows} onClick={() => onFollow(!follows)}>
                      {t.searchAsMapMoves}
                    </button>
                  </div>
                </div>
                <footer>
                  <Button className="button plain" onPress={() => onFilters(noFilters)}>
                    {t.clearFilters}
                  </Button>
                  <Button className="button primary" onPress={close}>
                    {total === undefined ? t.close : t.showPlaces(total)}
                  </Button>
                </footer>
              </>
            )}
          </Dialog>
        </Modal>
      </ModalOverlay>
    </DialogTrigger>
  );
}
