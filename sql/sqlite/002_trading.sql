-- What the core decided, one row for each change, never updated. (ts, seq, ord) is the core time of the change, the sequence
-- of the input that caused it, and the output's number within that input; with the session it makes a row unique.
-- The newest row of an id is how it stands now: see the views latest_*.

CREATE TABLE signals (
  session_id TEXT NOT NULL,
  ts INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  ord INTEGER NOT NULL,
  signal_id TEXT NOT NULL,
  episode_id TEXT NOT NULL,
  strategy_name TEXT NOT NULL,
  venue TEXT NOT NULL,
  symbol TEXT NOT NULL,
  signal_type TEXT NOT NULL,
  action TEXT NOT NULL,
  price REAL,
  confidence REAL,
  indicator_values TEXT NOT NULL,
  execution_status TEXT NOT NULL,
  rejection_reason TEXT,
  order_id TEXT,
  raised_ts INTEGER NOT NULL,
  PRIMARY KEY (session_id, ts, seq, ord)
) WITHOUT ROWID;

CREATE INDEX signals_changes ON signals (session_id, signal_id, ts, seq, ord);
CREATE INDEX signals_raised ON signals (raised_ts, signal_id);
CREATE INDEX signals_raised_in_session ON signals (session_id, raised_ts, signal_id);

CREATE VIEW latest_signals AS
SELECT * FROM signals AS s
WHERE NOT EXISTS (
  SELECT 1 FROM signals AS later
  WHERE later.session_id = s.session_id AND later.signal_id = s.signal_id
    AND (later.ts, later.seq, later.ord) > (s.ts, s.seq, s.ord));

CREATE TABLE strategy_transitions (
  session_id TEXT NOT NULL,
  ts INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  ord INTEGER NOT NULL,
  strategy_name TEXT NOT NULL,
  venue TEXT NOT NULL,
  symbol TEXT NOT NULL,
  from_state TEXT NOT NULL,
  to_state TEXT NOT NULL,
  trigger TEXT NOT NULL,
  indicator_values TEXT NOT NULL,
  episode_id TEXT,
  signal_id TEXT,
  order_id TEXT,
  reason TEXT,
  cooldown_until_ts INTEGER,
  PRIMARY KEY (session_id, ts, seq, ord)
) WITHOUT ROWID;

CREATE TABLE orders (
  session_id TEXT NOT NULL,
  ts INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  ord INTEGER NOT NULL,
  order_id TEXT NOT NULL,
  strategy_name TEXT,
  signal_id TEXT,
  venue TEXT NOT NULL,
  symbol TEXT NOT NULL,
  action TEXT NOT NULL,
  side TEXT NOT NULL,
  position_side TEXT NOT NULL,
  order_type TEXT NOT NULL,
  time_in_force TEXT NOT NULL,
  origin TEXT NOT NULL,
  quantity REAL NOT NULL,
  filled_quantity REAL NOT NULL,
  requested_price REAL,
  execution_price REAL,
  slippage_pct REAL,
  leverage INTEGER NOT NULL,
  status TEXT NOT NULL,
  rejection_reason TEXT,
  commission REAL NOT NULL,
  realized_pnl REAL,
  created_ts INTEGER NOT NULL,
  updated_ts INTEGER NOT NULL,
  PRIMARY KEY (session_id, ts, seq, ord)
) WITHOUT ROWID;

CREATE INDEX orders_changes ON orders (session_id, order_id, ts, seq, ord);
CREATE INDEX orders_created ON orders (created_ts, order_id);
CREATE INDEX orders_created_in_session ON orders (session_id, created_ts, order_id);

CREATE VIEW latest_orders AS
SELECT * FROM orders AS o
WHERE NOT EXISTS (
  SELECT 1 FROM orders AS later
  WHERE later.session_id = o.session_id AND later.order_id = o.order_id
    AND (later.ts, later.seq, later.ord) > (o.ts, o.seq, o.ord));

CREATE TABLE fills (
  session_id TEXT NOT NULL,
  ts INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  ord INTEGER NOT NULL,
  order_id TEXT NOT NULL,
  venue TEXT NOT NULL,
  symbol TEXT NOT NULL,
  side TEXT NOT NULL,
  quantity REAL NOT NULL,
  price REAL NOT NULL,
  commission REAL NOT NULL,
  realized_pnl REAL,
  PRIMARY KEY (session_id, ts, seq, ord)
) WITHOUT ROWID;

CREATE TABLE positions (
  session_id TEXT NOT NULL,
  ts INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  ord INTEGER NOT NULL,
  change TEXT NOT NULL,
  position_id TEXT NOT NULL,
  venue TEXT NOT NULL,
  symbol TEXT NOT NULL,
  position_side TEXT NOT NULL,
  status TEXT NOT NULL,
  quantity REAL NOT NULL,
  entry_price REAL NOT NULL,
  current_price REAL NOT NULL,
  leverage REAL NOT NULL,
  liquidation_price REAL,
  unrealized_pnl REAL NOT NULL,
  unrealized_pnl_pct REAL,
  margin_used REAL NOT NULL,
  margin_ratio REAL,
  realized_pnl REAL NOT NULL,
  fees REAL NOT NULL,
  funding_cost_accrued REAL NOT NULL,
  stop_loss_price REAL,
  take_profit_price REAL,
  strategy_name TEXT,
  entry_signal_id TEXT,
  close_reason TEXT,
  opened_ts INTEGER NOT NULL,
  updated_ts INTEGER NOT NULL,
  closed_ts INTEGER,
  PRIMARY KEY (session_id, ts, seq, ord)
) WITHOUT ROWID;

CREATE INDEX positions_changes ON positions (session_id, position_id, ts, seq, ord);

CREATE VIEW latest_positions AS
SELECT * FROM positions AS p
WHERE NOT EXISTS (
  SELECT 1 FROM positions AS later
  WHERE later.session_id = p.session_id AND later.position_id = p.position_id
    AND (later.ts, later.seq, later.ord) > (p.ts, p.seq, p.ord));

-- Round trips: positions that went from flat to flat.
CREATE TABLE operations (
  session_id TEXT NOT NULL,
  ts INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  ord INTEGER NOT NULL,
  position_id TEXT NOT NULL,
  venue TEXT NOT NULL,
  symbol TEXT NOT NULL,
  position_side TEXT NOT NULL,
  quantity REAL NOT NULL,
  entry_price REAL NOT NULL,
  exit_price REAL NOT NULL,
  realized_pnl REAL NOT NULL,
  fees REAL NOT NULL,
  funding REAL NOT NULL,
  net_pnl REAL NOT NULL,
  opened_ts INTEGER NOT NULL,
  closed_ts INTEGER NOT NULL,
  close_reason TEXT,
  strategy_name TEXT,
  entry_signal_id TEXT,
  signal_confidence REAL,
  PRIMARY KEY (session_id, ts, seq, ord)
) WITHOUT ROWID;

CREATE INDEX operations_closed ON operations (session_id, closed_ts, ts, seq, ord);

CREATE TABLE balances (
  session_id TEXT NOT NULL,
  ts INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  ord INTEGER NOT NULL,
  asset TEXT NOT NULL,
  wallet REAL NOT NULL,
  available REAL NOT NULL,
  margin REAL NOT NULL,
  reserved REAL NOT NULL,
  unrealized_pnl REAL NOT NULL,
  realized_pnl REAL NOT NULL,
  fees REAL NOT NULL,
  funding REAL NOT NULL,
  equity REAL NOT NULL,
  PRIMARY KEY (session_id, ts, seq, ord)
) WITHOUT ROWID;

CREATE TABLE equity (
  session_id TEXT NOT NULL,
  ts INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  ord INTEGER NOT NULL,
  asset TEXT NOT NULL,
  equity REAL NOT NULL,
  wallet REAL NOT NULL,
  unrealized_pnl REAL NOT NULL,
  PRIMARY KEY (session_id, ts, seq, ord)
) WITHOUT ROWID;

CREATE TABLE alerts (
  session_id TEXT NOT NULL,
  ts INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  ord INTEGER NOT NULL,
  severity TEXT NOT NULL,
  code TEXT NOT NULL,
  message TEXT NOT NULL,
  venue TEXT,
  symbol TEXT,
  PRIMARY KEY (session_id, ts, seq, ord)
) WITHOUT ROWID;
