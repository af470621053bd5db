/** Who is on call, day by day. */
import { SettingsPage } from '../program/SettingsPage.tsx';

export function OnCallPage() {
  return <SettingsPage page="program.on-call">{null}</SettingsPage>;
}
