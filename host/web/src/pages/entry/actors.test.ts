import { describe, expect, it } from "vitest";

import { me } from "../../shell/session";
import { nameActorAmong } from "./actors";

describe("who did it", () => {
  const own = "01a20844-1bab-7012-aa06-09ce2c545f00";
  const other = "01a20844-1bab-7012-aa06-09ce2c545f01";
  me.value = { grants: [], teams: [], scope: "read", regions: [], administers_host: false, account: { id: own, login: "ani", name: "Ani" } };
  const nameActor = nameActorAmong({ [own]: "Ani", [other]: "Budi Contoh" });

  it("is called by name, and who reads it you", () => {
    expect(nameActor(other)).toBe("Budi Contoh");
    expect(nameActor(own)).toBe("Anda");
  });
  it("is somebody once the name is erased", () => {
    expect(nameActorAmong({})(other)).toBe(nameActor(null));
    expect(nameActor(null)).not.toBe("");
  });
  it("is the part of the host that acted without an account", () => {
    expect(nameActor("import")).not.toBe(nameActor(null));
  });
});
