// What may run on the host: packages to install and remove, keys to trust and to revoke.
import { api } from "../../api/client";
import { useResource } from "../../api/resource";
import { Empty } from "../../parts/empty";
import { Loading } from "../../parts/loading";
import { Notice, ProblemNotice } from "../../parts/notice";
import { Page } from "../../parts/page";
import { session } from "../../shell/session";
import { sentences } from "../../words/words";
import { HostPlugins } from "./host_plugins";
import { InstallPackage } from "./install_package";
import "./plugins.css";
import { TrustedKeys } from "./trusted_keys";
import words from "./words.json";

const say = sentences(words);

export default function HostPluginsPage() {
  const signedIn = Boolean(session.value);
  return (
    <Page title={say("host_title")}>
      <p>{say("host_what")}</p>
      {signedIn ? (
        <Host />
      ) : (
        <Empty title={say("sign_in_first")}>
          <a href="/masuk?back=/plugin">{say("sign_in")}</a>
        </Empty>
      )}
    </Page>
  );
}

function Host() {
  const plugins = useResource((signal) => api.GET("/api/v1/plugins", { signal }), []);
  const keys = useResource((signal) => api.GET("/api/v1/plugin-keys", { signal }), []);
  const again = () => {
    plugins.again();
    keys.again();
  };
  const problem = keys.problem ?? plugins.problem;
  if (!plugins.value || !keys.value) {
    return problem ? <ProblemNotice problem={problem} again={again} /> : <Loading />;
  }
  return (
    <>
      <ProblemNotice problem={problem} again={again} />
      <Unusable messages={plugins.value.unusable} />
      <InstallPackage changed={again} />
      <HostPlugins plugins={plugins.value.plugins} changed={again} />
      <TrustedKeys keys={keys.value.keys} plugins={plugins.value.plugins} changed={again} />
    </>
  );
}

function Unusable({ messages }: { messages: { kind: string; text: string }[] }) {
  if (messages.length === 0) return null;
  return (
    <Notice kind="note">
      <p>
        <strong>{say("unusable")}</strong>
      </p>
      {messages.map((one) => (
        <p key={one.text}>{one.text}</p>
      ))}
    </Notice>
  );
}
