// A host of its own for one test file: a data folder, the commands beside it, the server.
//
//   const host = new Host();
//   host.pilah("init", "--region", "13.11");
//   await host.serve();            // host.url
//   const ani = await host.account("ani", "--role", "planner", "--region", "13.11");
//   await host.kill(); await host.serve();   // the same address and data again
//   await host.end();
import { type ChildProcess, execFile, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface, type Interface } from "node:readline";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

/** The program under test and the source tree: from CTest, or as a release build leaves them. */
export const source = fileURLToPath(new URL("../../..", import.meta.url));
export const program = process.env.PILAH_BINARY ?? join(source, "build/release/bin/pilah");

export interface Account {
  login: string;
  name: string;
  password: string;
}

export class Host {
  readonly folder = mkdtempSync(join(tmpdir(), "pilah-pages-"));
  url = "";
  #serving?: ChildProcess;
  #lines?: Interface;
  #said: string[] = [];
  #address = "127.0.0.1:0";

  #environment(): NodeJS.ProcessEnv {
    return { ...process.env, PILAH_DATA: join(this.folder, "data"), LANG: "en_GB.UTF-8" };
  }

  /** Runs a command; throws with what it said when it fails. */
  pilah(...words: string[]): string {
    return execFileSync(program, words, {
      env: this.#environment(),
      cwd: this.folder,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe"],
    });
  }

  /** What a story of tests/scenarios/regions leaves behind: a region after all its rounds. */
  async story(name: string): Promise<void> {
    await promisify(execFile)(
      join(source, "tests/scenarios/run_scenario"),
      ["--tell", join(this.folder, "data"), program, join(source, `tests/scenarios/regions/${name}.scenario`), source],
      { env: this.#environment(), maxBuffer: 64 * 1024 * 1024 },
    );
  }

  /** Serves on a free port, later on the same one again. */
  async serve(): Promise<void> {
    const serving = spawn(program, ["serve", "--listen", this.#address], {
      env: this.#environment(),
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.#serving = serving;
    serving.stderr.resume();
    this.#said = [];
    this.#lines = createInterface({ input: serving.stdout });
    this.#lines.on("line", (line) => this.#said.push(line));
    const [, address = ""] = await this.#saying(/http:\/\/(127\.0\.0\.1:\d+)\//);
    this.#address = address;
    this.url = `http://${address}`;
  }

  /** Where the host's first account is made: told while there is none. */
  async setUpPath(): Promise<string> {
    return (await this.#saying(/\/set-password#\S+:first/))[0];
  }

  /** Waits until the serving host says something like that. */
  async #saying(pattern: RegExp): Promise<RegExpExecArray> {
    for (;;) {
      for (const line of this.#said) {
        const found = pattern.exec(line);
        if (found) return found;
      }
      const lines = this.#lines;
      const serving = this.#serving;
      if (!lines || !serving || serving.exitCode !== null) {
        throw new Error(`pilah serve ended before it said ${pattern}: ${this.#said.join("\n")}`);
      }
      await Promise.race([once(lines, "line"), once(serving, "exit")]);
    }
  }

  /** As a power cut does. */
  async kill(): Promise<void> {
    const serving = this.#serving;
    if (!serving || serving.exitCode !== null) return;
    const ended = once(serving, "exit");
    serving.kill("SIGKILL");
    await ended;
  }

  async end(): Promise<void> {
    await this.kill();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Makes an account with these options of `pilah user add`: the one-time link that it prints. */
  invite(login: string, name: string, ...options: string[]): string {
    const said = this.pilah("user", "add", login, "--name", name, ...options);
    const link = /\/set-password#(\S+)/.exec(said)?.[1];
    if (!link) throw new Error(`no link in: ${said}`);
    return link;
  }

  /** An account of which the link has been used: it has a password. */
  async account(login: string, name: string, ...options: string[]): Promise<Account> {
    const link = this.invite(login, name, ...options);
    const password = `kata sandi ${login} 2026`;
    const answer = await fetch(`${this.url}/api/v1/links/redeem`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ link, password }),
    });
    if (!answer.ok) throw new Error(await answer.text());
    return { login, name, password };
  }
}
