/** A button of a row: short for the eye, with the name of its row for a reader. */
export function RowAct({ label, of, press }: { label: string; of: string; press: () => void }) {
  return <button type="button" className="btn quiet small" onClick={press}>{label}<span className="vh"> {of}</span></button>;
}
