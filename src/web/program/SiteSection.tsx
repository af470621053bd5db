/** One site: where it is, how it is reached, and its rooms. */
import { useId } from 'react';
import { Row, Rows } from '../kit/Rows.tsx';
import { useWords } from '../kit/words.tsx';
import { EndedRows } from './EndedRows.tsx';
import { gone, standing } from './ground.ts';
import type { RoomRow, SiteRow } from './ground.ts';
import { RowAct } from './RowAct.tsx';
import type { Ends } from './use-ends.tsx';
import styles from './ground.module.css';

/** What can be done here; null for whoever may only look. */
export type SiteActs = { ends: Ends; change: () => void; addRoom: () => void; rename: (room: RoomRow) => void };

export function SiteSection({ site, acts }: { site: SiteRow; acts: SiteActs | null }) {
  const { say } = useWords();
  const id = useId();
  const rooms = standing(site.rooms);
  return (
    <section aria-labelledby={id}>
      <div className="section">
        <h2 id={id}>{site.name}</h2><span className="grow" />
        {acts !== null && <RowAct label={say('ground.change')} of={site.name} press={acts.change} />}
        {acts !== null && <RowAct label={say('ground.end')} of={site.name} press={() => acts.ends.end({ kind: 'site', id: site.id, name: site.name })} />}
      </div>
      <p className={styles.place}>
        {site.address !== '' && <span>{site.address}</span>}
        {site.telephone === '' ? <span>{say('site.telephone.none')}</span> : <a className="lk" href={`tel:${site.telephone.replace(/[^+\d]/g, '')}`}>{site.telephone}</a>}
        <span>{site.timeZone.replaceAll('_', ' ')}</span>
      </p>
      <p className={`sm dim ${styles.note}`}>{say('site.grace.say', { minutes: site.graceMinutes })}</p>
      {acts?.ends.whyNot([site.id, ...site.rooms.map((room) => room.id)])}
      {rooms.length === 0
        ? <p className={styles.empty}>{say('site.rooms.none', { site: site.name })}</p>
        : (
          <Rows label={say('site.rooms', { site: site.name })}>
            {rooms.map((room) => (
              <Row key={room.id} title={room.name} acts={acts !== null && (
                <span>
                  <RowAct label={say('ground.rename')} of={room.name} press={() => acts.rename(room)} />
                  <RowAct label={say('ground.end')} of={room.name} press={() => acts.ends.end({ kind: 'room', id: room.id, name: room.name })} />
                </span>
              )} />
            ))}
          </Rows>
        )}
      {acts !== null && <p className={styles.add}><button type="button" className="btn small" onClick={acts.addRoom}>{say('room.add')}<span className="vh"> {site.name}</span></button></p>}
      <EndedRows kind="room" rows={gone(site.rooms)} ends={acts?.ends ?? null} />
    </section>
  );
}
