/** The figures by which a day is run, each from a day on with its source. */
import { SettingsPage } from './SettingsPage.tsx';

export function DayRulesPage() {
  return <SettingsPage page="program.day-rules">{null}</SettingsPage>;
}
