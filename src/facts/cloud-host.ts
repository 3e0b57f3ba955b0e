import type { Facts } from '../providers/provider.ts';
import type { World } from '../world.ts';
import { readSmall } from './small-file.ts';

const DMI = '/sys/class/dmi/id';

/** Tells an Azure machine from any other guest of Hyper-V (Azure documentation, "chassis asset tag"). */
const AZURE_ASSET_TAG = '7783-7084-3265-9085-8269-3286-77';

/**
 * The cloud whose machine this is, by the firmware's strings that Linux shows in `/sys/class/dmi/id`: Amazon
 * EC2, Google Compute Engine or Azure. A vendor alone is not enough: Google and Microsoft also sell laptops.
 */
export const cloudHost = (world: World): Facts['cloudHost'] => {
  const read = (name: string) => readSmall(world, `${DMI}/${name}`)?.trim();
  const vendor = read('sys_vendor') ?? '';
  const product = read('product_name') ?? '';
  if (vendor.startsWith('Amazon')) return 'aws';
  if (product.startsWith('Google Compute Engine')) return 'google';
  if (vendor !== 'Microsoft Corporation' || product !== 'Virtual Machine') return undefined;
  return (read('chassis_asset_tag') ?? AZURE_ASSET_TAG) === AZURE_ASSET_TAG ? 'azure' : undefined;
};
