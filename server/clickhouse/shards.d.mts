export interface Shards {
  /** Addresses of the HTTP interfaces, by shard. */
  readonly urls: readonly string[];
  /** Who may read and set limits only. */
  readonly user: string;
  readonly password: string;
  /** Runs a statement on a shard, the first one unless told, as the user who may write. */
  run(sql: string, at?: number): Promise<string>;
  /** Loads a file of tab-separated rows into a table of the first shard. */
  load(table: string, file: string): Promise<void>;
  /** Ends a shard at once, as a power cut does. */
  kill(at: number): Promise<void>;
  restart(at: number): Promise<void>;
  /** The most memory that a shard has held since it was started, in bytes. */
  memory(at: number): number;
  /** Ends all and removes their folder. */
  stop(): Promise<void>;
}
/** The name of the cluster in the servers' configuration. */
export const CLUSTER: string;
/** The command with its first words; null where ClickHouse is not installed. */
export function clickHouseCommand(): string[] | null;
export function startShards(count: number): Promise<Shards>;
