import { useWords } from '../../lib/i18n/words.ts';
import { PageLayout } from '../../ui/page-layout.tsx';
import { Section } from './text.tsx';
import { statementWords } from './words.ts';

interface Licensed {
  name: string;
  url: string;
  licence: string;
}

const openStreetMap = { name: 'OpenStreetMap', url: 'https://www.openstreetmap.org/copyright', licence: 'ODbL 1.0' };
const geoNames = { name: 'GeoNames', url: 'https://www.geonames.org/', licence: 'CC BY 4.0' };
const naturalEarth = { name: 'Natural Earth', url: 'https://www.naturalearthdata.com/', licence: 'public domain' };
const istat = { name: 'ISTAT', url: 'https://www.istat.it/', licence: 'CC BY 4.0' };
const openRepair = {
  name: 'Open Repair Data Standard',
  url: 'https://openrepair.org/open-data/open-standard/',
  licence: 'CC BY-SA 4.0',
};
const maki = { name: 'Maki', url: 'https://github.com/mapbox/maki', licence: 'CC0 1.0' };
const temaki = { name: 'Temaki', url: 'https://github.com/rapideditor/temaki', licence: 'CC0 1.0' };

/** What this is, whom it comes from and whose data it shows. */
export function About() {
  const words = useWords(statementWords);
  if (!words) return null;
  const { about } = words;
  const { sources } = about;
  const rows: [what: string, from: Licensed[]][] = [
    [sources.places, [openStreetMap]],
    [sources.towns, [geoNames]],
    [sources.borders, [naturalEarth, istat]],
    [sources.things, [openRepair]],
    [sources.icons, [maki, temaki]],
  ];
  return (
    <PageLayout title={about.title}>
      <p className="lead">{about.lead}</p>
      <Section title={about.origin} text={about.originText} />
      <Section title={about.data} text={[about.dataText]} />
      <dl>
        {rows.map(([what, from]) => (
          <div key={what}>
            <dt>{what}</dt>
            {from.map(({ name, url, licence }) => (
              <dd key={name}>
                <a href={url}>{name}</a>, <span lang="en">{licence}</span>
              </dd>
            ))}
          </div>
        ))}
        <div>
          <dt>{sources.reports}</dt>
          <dd>{about.reportsNote}</dd>
        </div>
      </dl>
      <Section title={about.honest} text={about.honestText} />
      <Section title={about.open} text={about.openText} />
    </PageLayout>
  );
}
