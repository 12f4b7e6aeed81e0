// The frame of every page: header, menu, the page itself.
import { LocationProvider, Router, Route as Place, useLocation, lazy } from "preact-iso";
import { useEffect } from "preact/hooks";

import { api } from "../api/client";
import { useResource } from "../api/resource";
import { Empty } from "../parts/empty";
import { Loading } from "../parts/loading";
import { Page } from "../parts/page";
import { sentences } from "../words/words";
import { Header } from "./header";
import { type PathProps, type Route, routes } from "./pages";
import { region } from "./region";
import { session } from "./session";
import { SignInOver } from "./sign_in_over";
import { Unbroken } from "./unbroken";
import words from "./words.json";

const say = sentences(words);

/** A page about a region waits until the region is known: its words depend on it. */
function InRegion({ code, children }: { code: string; children: preact.ComponentChildren }) {
  const found = useResource(
    (signal) => api.GET("/api/v1/regions/{code}", { params: { path: { code } }, signal }),
    [code],
  );
  useEffect(() => {
    if (found.value) region.value = found.value;
  }, [found.value]);
  if (found.problem?.status === 404) {
    return <Empty title={say("no_region", { code })} what={say("not_found_what")} />;
  }
  if (found.problem && region.value?.code !== code) return <Empty title={say("broken")} what={found.problem.title} />;
  return region.value?.code === code ? <>{children}</> : <Loading />;
}

/** Nothing is shown before it is known who is there: menu and pages depend on it. */
function Frame({ code, bare, children }: { code?: string; bare?: boolean; children: preact.ComponentChildren }) {
  const known = session.value !== undefined;
  return (
    <>
      {known && !bare && <Header code={code} />}
      <main id="content" tabIndex={-1} hidden={!known}>
        {children}
      </main>
    </>
  );
}

function mounted(route: Route) {
  const Content = lazy(() =>
    route.load().catch((error: unknown) => ({
      default: (): never => {
        throw error;
      },
    })),
  );
  return function Mounted({ params }: { params: PathProps }) {
    // Its code is on its way beside the session and the region, not after them.
    void Content.preload();
    const content = session.value !== undefined && <Content {...params} />;
    return (
      <Frame code={params.region} bare={route.bare}>
        {params.region ? <InRegion code={params.region}>{content}</InRegion> : content}
      </Frame>
    );
  };
}

const places = routes.map((route) => ({ path: route.path, component: mounted(route) }));

function NotFound() {
  return (
    <Frame>
      <Page title={say("not_found")}>
        <p>{say("not_found_what")}</p>
        <a href="/">{say("home")}</a>
      </Page>
    </Frame>
  );
}

/** On another page one reads from its top, and so does a screen reader. */
function FromTheTop() {
  const { path } = useLocation();
  useEffect(() => {
    window.scrollTo(0, 0);
  }, [path]);
  return null;
}

function Pages() {
  const { path } = useLocation();
  return (
    <Unbroken path={path}>
      <Router>
        {places.map(({ path: address, component }) => (
          <Place key={address} path={address} component={component} />
        ))}
        <Place default component={NotFound} />
      </Router>
    </Unbroken>
  );
}

export function App() {
  return (
    <LocationProvider>
      <a class="skip" href="#content">
        {say("skip")}
      </a>
      <FromTheTop />
      <Pages />
      <SignInOver />
    </LocationProvider>
  );
}
