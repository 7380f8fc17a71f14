-- Market data, stored once and not per session. Times are Unix microseconds (UTC).
-- The rows name their instrument by a small number, which keeps a day of ticks small;
-- the views `ticks` and `quotes` show them with names and words.

CREATE TABLE instruments (
  instrument_id INTEGER PRIMARY KEY,
  venue TEXT NOT NULL,
  symbol TEXT NOT NULL,
  UNIQUE (venue, symbol)
);

CREATE TABLE tick_rows (
  ts INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  ord INTEGER NOT NULL,
  instrument_id INTEGER NOT NULL,
  type INTEGER NOT NULL, -- 1 trade, 3 mark, 4 funding, 5 forecast
  side INTEGER, -- of the aggressor of a trade: 0 buy, 1 sell
  price REAL,
  quantity REAL,
  rate REAL,
  interval_s REAL,
  next_ts INTEGER,
  venue_ts INTEGER NOT NULL,
  PRIMARY KEY (ts, seq, ord)
) WITHOUT ROWID;

-- Holds all that a candle needs (`type` too, or SQLite would look at the table for it), so that a chart reads nothing else.
CREATE INDEX tick_rows_trades ON tick_rows (instrument_id, ts, seq, price, quantity, type) WHERE type = 1;

CREATE TABLE quote_rows (
  ts INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  ord INTEGER NOT NULL,
  instrument_id INTEGER NOT NULL,
  bid REAL,
  bid_size REAL,
  ask REAL,
  ask_size REAL,
  venue_ts INTEGER NOT NULL,
  PRIMARY KEY (ts, seq, ord)
) WITHOUT ROWID;

CREATE VIEW ticks AS
SELECT t.ts, t.seq, t.ord, i.venue, i.symbol,
  CASE t.type WHEN 1 THEN 'trade' WHEN 3 THEN 'mark' WHEN 4 THEN 'funding' WHEN 5 THEN 'forecast' END AS type,
  t.price, t.quantity,
  CASE t.side WHEN 0 THEN 'buy' WHEN 1 THEN 'sell' END AS side,
  t.rate, t.next_ts, t.interval_s, t.venue_ts
FROM tick_rows AS t
JOIN instruments AS i ON i.instrument_id = t.instrument_id;

CREATE VIEW quotes AS
SELECT q.ts, q.seq, q.ord, i.venue, i.symbol, q.bid, q.bid_size, q.ask, q.ask_size, q.venue_ts
FROM quote_rows AS q
JOIN instruments AS i ON i.instrument_id = q.instrument_id;
