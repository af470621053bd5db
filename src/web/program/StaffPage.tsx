/** Staff, roles, credentials. */
import { SettingsPage } from '../program/SettingsPage.tsx';

export function StaffPage() {
  return <SettingsPage page="program.staff">{null}</SettingsPage>;
}
