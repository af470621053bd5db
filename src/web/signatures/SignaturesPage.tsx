/** Notes that wait for a signature or a co-signature, by author and age. */
import { Work } from '../kit/Work.tsx';

export function SignaturesPage() {
  return <Work>{null}</Work>;
}
