/** Days without sessions. */
import { SettingsPage } from '../program/SettingsPage.tsx';

export function HolidaysPage() {
  return <SettingsPage page="program.holidays">{null}</SettingsPage>;
}
