/** Organization, sites and rooms. */
import { SettingsPage } from '../program/SettingsPage.tsx';

export function GroundPage() {
  return <SettingsPage page="program.ground">{null}</SettingsPage>;
}
