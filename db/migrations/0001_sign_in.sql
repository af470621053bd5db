-- Accounts and the browsers signed in to them. Local tables (scale.md): no organization owns them, no row-level security,
-- and no organization's table points here by foreign key; only ids cross. The library behind src/platform/sign-in calls them
-- user, account, session and verification; the columns that only it uses keep its meaning.

create table accounts (
  id uuid not null,
  email text not null,
  email_verified boolean not null default false,
  name text not null,
  image text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint accounts_pk primary key (id),
  constraint accounts_email_key unique (email),
  constraint accounts_email_check check (email = lower(email))
);

-- How an account proves itself: one row for each way; a password is an Argon2id string with its own parameters.
create table account_keys (
  id uuid not null,
  account_id uuid not null,
  provider text not null,
  provider_account_id text not null,
  password_hash text,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint account_keys_pk primary key (id),
  constraint account_keys_account_fk foreign key (account_id) references accounts (id) on delete cascade,
  constraint account_keys_provider_key unique (provider, provider_account_id),
  constraint account_keys_password_check check (password_hash is null or password_hash like '$argon2id$%')
);
create index account_keys_account_ix on account_keys (account_id);

-- Which organizations an account may enter, and as whom: actor_id is its own row there.
create table account_organizations (
  account_id uuid not null,
  org_id uuid not null,
  actor_id uuid not null,
  joined_at timestamptz not null,
  constraint account_organizations_pk primary key (account_id, org_id),
  constraint account_organizations_account_fk foreign key (account_id) references accounts (id) on delete cascade
);

-- One signed-in browser. The token alone opens nothing: the cookie carries it signed with the server's secret.
create table sign_ins (
  id uuid not null,
  account_id uuid not null,
  org_id uuid not null,
  token text not null,
  from_address text,
  browser text,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  constraint sign_ins_pk primary key (id),
  constraint sign_ins_token_key unique (token),
  constraint sign_ins_member_fk foreign key (account_id, org_id) references account_organizations (account_id, org_id) on delete cascade
);
create index sign_ins_member_ix on sign_ins (account_id, org_id);
create index sign_ins_expires_ix on sign_ins (expires_at);

-- One-time codes of the library; unused so far, and it refuses to run without the table.
create table sign_in_codes (
  id uuid not null,
  identifier text not null,
  value text not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  expires_at timestamptz not null,
  constraint sign_in_codes_pk primary key (id)
);
create index sign_in_codes_identifier_ix on sign_in_codes (identifier);

-- Tries at the door, counted in a window by a keyed hash of the address of the network or of the e-mail.
create table sign_in_tries (
  hash text not null,
  tries integer not null,
  since timestamptz not null,
  constraint sign_in_tries_pk primary key (hash)
);
create index sign_in_tries_since_ix on sign_in_tries (since);
