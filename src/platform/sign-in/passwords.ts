/** Passwords: Argon2id strings that carry their own parameters, and the rule for what is too easy to guess (NIST SP 800-63B, 3.1.1.2). */
import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';

type Cost = { readonly memory: number; readonly passes: number; readonly parallelism: number };

/** OWASP Password Storage Cheat Sheet (2025): Argon2id with 19 MiB, two passes, one lane. 30 ms here; the pool of four threads bounds memory at 76 MiB. */
const COST: Cost = { memory: 19_456, passes: 2, parallelism: 1 };
/** A stored string asks for no more than this, so that an edited row cannot make one sign-in take the machine. */
const COST_MAX: Cost = { memory: 1_048_576, passes: 16, parallelism: 16 };
const SALT_BYTES = 16;
const HASH_BYTES = 32;
const LENGTH_MIN = 12;

const PHC = /^\$argon2id\$v=19\$m=(\d{1,8}),t=(\d{1,3}),p=(\d{1,3})\$([A-Za-z0-9+/]{11,86})\$([A-Za-z0-9+/]{22,86})$/;

function derive(password: string, nonce: Buffer, tagLength: number, cost: Cost): Promise<Buffer> {
  // NFKC: the same word typed on another keyboard or system is the same password (NIST SP 800-63B, 3.1.1.2).
  const message = Buffer.from(password.normalize('NFKC'), 'utf8');
  return new Promise((resolve, reject) => {
    argon2('argon2id', { message, nonce, tagLength, ...cost }, (error, key) => {
      if (error === null || error === undefined) resolve(key);
      else reject(new Error('argon2id failed'));
    });
  });
}

function unpadded(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '');
}

/** The PHC string of a password: `$argon2id$v=19$m=…,t=…,p=…$salt$hash`. */
export async function hashPassword(password: string, cost: Cost = COST): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const hash = await derive(password, salt, HASH_BYTES, cost);
  return `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${unpadded(salt)}$${unpadded(hash)}`;
}

/** Whether a password goes with a stored string, by the parameters written in it. */
export async function verifyPassword(stored: string, password: string): Promise<boolean> {
  const [, memory, passes, parallelism, salt, hash] = PHC.exec(stored) ?? [];
  if (salt === undefined || hash === undefined) return false;
  const cost = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) };
  if (cost.memory > COST_MAX.memory || cost.passes > COST_MAX.passes || cost.parallelism > COST_MAX.parallelism) return false;
  const expected = Buffer.from(hash, 'base64');
  const found = await derive(password, Buffer.from(salt, 'base64'), expected.length, cost);
  return timingSafeEqual(found, expected);
}

/** The stems of the most used passwords; digits and signs around one, or saying it twice, do not save it. */
const MOST_USED: ReadonlySet<string> = new Set([
  'password', 'passwort', 'passw', 'letmein', 'letmeinplease', 'welcome', 'welcomeback', 'changeme', 'changemenow', 'default', 'secret', 'mysecret',
  'qwerty', 'qwertyuiop', 'qwertyuiopasdfghjklzxcvbnm', 'asdfghjkl', 'qazwsx', 'qazwsxedc', 'qazwsxedcrfv', 'zxcvbnm', 'abc', 'abcd', 'abcdefgh', 'abcdefghijkl',
  'abcdefghijklmnopqrstuvwxyz', 'admin', 'administrator', 'iloveyou', 'iloveyousomuch', 'iloveyouforever', 'trustno', 'monkey', 'dragon', 'football', 'baseball',
  'basketball', 'sunshine', 'princess', 'superman', 'batman', 'starwars', 'master', 'michael', 'jesus', 'jesuschrist', 'correcthorsebatterystaple',
  'thisismypassword', 'mypassword', 'mypasswordis', 'spring', 'summer', 'autumn', 'winter', 'stepdown',
]);
/** Fewer different characters than this is a pattern, such as aaaaaaaaaaaa or 121212121212. */
const DIFFERENT_MIN = 5;
/** p@ssw0rd is password. */
const LOOKALIKES: Readonly<Record<string, string>> = { '@': 'a', '$': 's', '0': 'o', '1': 'i', '3': 'e' };
/** Rows of keys in order; a password that is one stretch of them is guessed first. */
const ROWS = ['01234567890123456789012345678901234567890', '09876543210987654321098765432109876543210', 'abcdefghijklmnopqrstuvwxyz', 'zyxwvutsrqponmlkjihgfedcba'];

/** Whether a password is too short, says the e-mail address, or is one of the first that anybody would try. No rules of composition. */
export function isEasyToGuess(password: string, email: string): boolean {
  const said = password.normalize('NFKC').toLowerCase();
  const characters = [...said];
  if (characters.length < LENGTH_MIN || new Set(characters).size < DIFFERENT_MIN) return true;
  const local = email.toLowerCase().split('@')[0] ?? '';
  if (said.includes(email.toLowerCase()) || said.replaceAll(local, '').length < LENGTH_MIN / 2) return true;
  if (ROWS.some((row) => row.includes(said))) return true;
  const plain = said.replace(/^[^a-z]+|[^a-z]+$/g, '').replace(/[@$013]/g, (sign) => LOOKALIKES[sign] ?? '');
  return [plain, said].some((text) => {
    const letters = text.replace(/[^a-z]/g, '');
    const half = letters.slice(0, letters.length / 2);
    return MOST_USED.has(letters) || (letters === half + half && MOST_USED.has(half));
  });
}
