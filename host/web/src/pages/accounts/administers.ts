// Who may look after a region's accounts and settings: its administrator, or that of the host,
// who has a role in no region.
import { may, me } from "../../shell/session";

export const administers = (code: string | undefined): boolean =>
  may("administer_region", code) || me.value?.administers_host === true;
