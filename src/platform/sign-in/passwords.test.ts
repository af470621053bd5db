/** Password strings are Argon2id in PHC form and verify by their own parameters; the rule refuses what is guessed first. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hashPassword, isEasyToGuess, verifyPassword } from './passwords.ts';

test('a password becomes a PHC string with OWASP parameters and a salt of its own', async () => {
  const [one, two] = await Promise.all([hashPassword('lamp river orange walk'), hashPassword('lamp river orange walk')]);
  assert.match(one, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
  assert.notEqual(one, two);
  assert.equal(await verifyPassword(one, 'lamp river orange walk'), true);
  assert.equal(await verifyPassword(one, 'lamp river orange wal'), false);
});

test('a string made elsewhere or with other parameters verifies; one that is damaged or asks for the whole machine does not', async () => {
  // Made by the reference implementation: `echo -n password | argon2 somesalt -id -v 13 -t 2 -m 16 -p 1` (its test vector).
  const reference = '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc';
  assert.equal(await verifyPassword(reference, 'password'), true);
  assert.equal(await verifyPassword(reference, 'Password'), false);
  const weaker = await hashPassword('lamp river orange walk', { memory: 8192, passes: 1, parallelism: 2 });
  assert.equal(await verifyPassword(weaker, 'lamp river orange walk'), true);
  for (const bad of ['', 'x', reference.slice(0, -1), reference.replace('CTF', 'CTG'), reference.replace('argon2id', 'argon2i'), reference.replace('65536', '99999999'), reference.replace('t=2', 't=999')]) {
    assert.equal(await verifyPassword(bad, 'password'), false, bad);
  }
});

test('the same word in another Unicode form is the same password', async () => {
  assert.equal(await verifyPassword(await hashPassword('caf\u00e9 na\u00efve dinner'), 'cafe\u0301 nai\u0308ve dinner'), true);
});

test('what anybody would try first is refused; length alone is enough for the rest, without rules of composition', () => {
  const cases: [string, boolean][] = [
    ['short', true], ['elevenchars', true], ['aaaaaaaaaaaaaaaa', true], ['121212121212', true], ['123456789012', true], ['password1234', true], ['PasswordPassword', true],
    ['P@ssw0rd-2026!', true], ['Welcome12345', true], ['qwertyuiop123', true], ['letmein!!!2026', true], ['ada.field@example.org', true], ['ADA.FIELD@EXAMPLE.ORG', true],
    ['ada.field2026', true], ['ada.fieldada.field', true], ['correct horse battery staple', true], ['Stepdown2026!', true], ['lamp river orange walk', false], ['twelve chars', false],
    ['aaaaaaaaaaaaaaab lime', false], ['\u6c34\u706b\u6728\u91d1\u571f\u65e5\u6708\u661f\u5c71\u5ddd\u6d77\u7a7a', false], ['4815162342481516', false],
  ];
  for (const [password, easy] of cases) assert.equal(isEasyToGuess(password, 'ada.field@example.org'), easy, password);
});
