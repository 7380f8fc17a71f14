-- Sessions and strategy documents: a row for each time one was saved, never updated.

-- `seq` counts the saves of a session: a later save wins, even if the clocks behind two saves disagree.
-- `document` is the whole record as JSON; the columns beside it are for people and for filters.
CREATE TABLE sessions (
  session_id TEXT NOT NULL,
  ts INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  ord INTEGER NOT NULL,
  session_name TEXT NOT NULL,
  session_type TEXT NOT NULL,
  status TEXT NOT NULL,
  status_reason TEXT,
  strategy_ids TEXT NOT NULL, -- JSON array of names
  symbols TEXT NOT NULL, -- JSON array of venue:SYMBOL
  start_time INTEGER NOT NULL,
  end_time INTEGER,
  initial_balance REAL NOT NULL,
  current_balance REAL NOT NULL,
  equity REAL NOT NULL,
  total_pnl REAL NOT NULL,
  total_trades INTEGER NOT NULL,
  winning_trades INTEGER NOT NULL,
  losing_trades INTEGER NOT NULL,
  win_rate REAL,
  max_drawdown REAL NOT NULL,
  idempotency_key TEXT,
  document TEXT NOT NULL,
  PRIMARY KEY (session_id, seq)
);

CREATE INDEX sessions_started ON sessions (start_time, session_id);
CREATE INDEX sessions_idempotency_key ON sessions (idempotency_key) WHERE idempotency_key IS NOT NULL;

CREATE VIEW latest_sessions AS
SELECT * FROM sessions AS s
WHERE NOT EXISTS (SELECT 1 FROM sessions AS later WHERE later.session_id = s.session_id AND later.seq > s.seq);

-- `seq` is the version. A strategy without a document was deleted; its name may come back later with version 1 again,
-- which is why the time counts before the version.
CREATE TABLE strategies (
  strategy_name TEXT NOT NULL,
  ts INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  ord INTEGER NOT NULL,
  document TEXT,
  PRIMARY KEY (strategy_name, ts, seq, ord)
);

CREATE VIEW latest_strategies AS
SELECT * FROM strategies AS s
WHERE NOT EXISTS (
  SELECT 1 FROM strategies AS later
  WHERE later.strategy_name = s.strategy_name AND (later.ts, later.seq, later.ord) > (s.ts, s.seq, s.ord));
