import type { IncomingMessage, ServerResponse } from "node:http";
import type { FastLane, LaneCall, PlainReply } from "@alprina/cli-auth/server";
import { chooseRequestId } from "../observe/request-id";
import { CLIENT_LEFT, noteReply, type Observers } from "../observe/requests";
import { routeOf } from "../observe/routes";
import { securityHeaders } from "../security-headers";
import { readLaneHeaders } from "./lane-headers";
import { holdBody } from "./whole-body";

/** A call with the request that it came in, of which the rest is read only where it matters. */
export interface NodeCall extends LaneCall {
  request: IncomingMessage;
  response: ServerResponse;
}

const NO_BODY = Buffer.alloc(0);

/**
 * Answers what `lane` knows straight from Node's request, in front of everything else; all else goes `theLongWay`,
 * with its body as if nobody had looked at it. What a client sees is the same either way, to the letter.
 */
export function openFastLane(
  lane: FastLane<NodeCall>,
  observers: Observers,
): (request: IncomingMessage, response: ServerResponse, theLongWay: () => void) => void {
  const { publicUrl, trustedProxies } = observers.env;
  const write = replyWriter(publicUrl);
  const atOnce = inTurns();

  return (request, response, theLongWay) => {
    const { method = "", url = "" } = request;
    const route = lane.find(method, url);
    const headers = route && readLaneHeaders(request.rawHeaders);
    if (!headers) {
      theLongWay();
      return;
    }
    const beganAt = performance.now();
    const requestId = chooseRequestId(headers.requestId, request, trustedProxies);
    const send = (reply: PlainReply) => {
      const status = response.destroyed ? CLIENT_LEFT : reply.status;
      if (status !== CLIENT_LEFT) atOnce(() => write(response, reply, requestId));
      noteReply(observers, { route: routeOf(url), method, status }, beganAt, requestId);
    };
    /** False for a call that the lane leaves to others. */
    const answer = (body: Buffer): boolean => {
      const { authorization, contentType, prefer } = headers;
      const reply = route({ request, response, authorization, contentType, prefer, body }, requestId);
      if (!reply) return false;
      if (reply instanceof Promise) void reply.then(send);
      else send(reply);
      return true;
    };
    if (headers.length === 0) {
      if (!answer(NO_BODY)) theLongWay();
      return;
    }
    holdBody(request, {
      // Node holds a body to the length that it announced.
      isKept: () => true,
      isIn: (chunks, handOver) => {
        const isAnswered = answer(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks));
        handOver(isAnswered ? [] : chunks);
        if (!isAnswered) theLongWay();
      },
    });
  };
}

/**
 * Runs what is given to it in one turn of the event loop together, at the turn's end. Replies that leave one by one,
 * between the reading of other requests, wake whoever is at the other end for each of them, which costs both sides
 * more than everything else here.
 */
function inTurns(): (send: () => void) => void {
  let waiting: (() => void)[] = [];
  const flush = () => {
    const all = waiting;
    waiting = [];
    for (const send of all) send();
  };
  return (send) => {
    if (waiting.push(send) === 1) setImmediate(flush);
  };
}

/** Writes a reply with the headers that the REST handler's replies have, in the order in which those come out. */
function replyWriter(publicUrl: string) {
  const always = {
    ...securityHeaders(publicUrl),
    "Content-Type": "application/json",
    "Cache-Control": "no-store",
  };
  const listed = (headers: Record<string, string>) =>
    Object.entries(headers)
      .map(([name, value]): [string, string] => [name.toLowerCase(), value])
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flat();
  const usual = listed({ ...always, "X-Request-Id": "" });
  const idPlace = usual.indexOf("x-request-id") + 1;

  return (response: ServerResponse, { status, headers, body }: PlainReply, requestId: string): void => {
    const lines = headers ? listed({ ...always, ...headers, "X-Request-Id": requestId }) : usual.slice();
    if (!headers) lines[idPlace] = requestId;
    lines.push("content-length", String(Buffer.byteLength(body)));
    response.writeHead(status, lines);
    response.end(body);
  };
}
