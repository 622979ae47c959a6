/** The picture of a place that a link to it shows elsewhere: what it is, and where on the map. */
import { createCanvas, Path2D, type SKRSContext2D } from '@napi-rs/canvas';
import type { FeatureCollection, Position } from 'geojson';
import { colours, groupColours } from './colours.ts';
import type { Outline } from './icons.ts';
import { cardReachMeters, pictureSize } from './size.ts';
import { linesOf } from './text.ts';
import { font } from './type.ts';

/** All that is on a picture, but the land. Positions in WGS 84 degrees. */
export interface Card {
  name: string;
  kind: string;
  address: string;
  group: string;
  icon: string;
  lon: number;
  lat: number;
  /** Other places around. */
  marks: { lon: number; lat: number; group: string }[];
  /** The largest first. */
  towns: { lon: number; lat: number; name: string }[];
}

const { width, height } = pictureSize;
const panel = 540;
const margin = 56;
const centre = { x: panel + (width - panel) / 2, y: height / 2 };
/** At the place's latitude. */
const metersPerPixel = cardReachMeters / ((width - panel) / 2);
const earthMeters = 40_075_017;
const markRadius = 46;

/** A PNG. */
export function drawCard(card: Card, land: FeatureCollection, outline: Outline | undefined): Promise<Buffer> {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  const project = projection(card);
  drawLand(context, land, project);
  for (const mark of card.marks) {
    disc(context, project(mark.lon, mark.lat), 11, colours.paper);
    disc(context, project(mark.lon, mark.lat), 9, groupColours(mark.group).fill);
  }
  drawTowns(context, card, project);
  drawMark(context, card.group, outline);
  drawPanel(context, card);
  return canvas.encode('png');
}

interface Pixel {
  x: number;
  y: number;
}
type Projection = (lon: number, lat: number) => Pixel;

/** Web Mercator with the card's place at the centre of the map. */
function projection({ lon: lon0, lat: lat0 }: Card): Projection {
  const circle = (earthMeters * Math.cos((lat0 * Math.PI) / 180)) / metersPerPixel;
  const north = (lat: number) => {
    const radians = (Math.max(-85, Math.min(85, lat)) * Math.PI) / 180;
    return Math.asinh(Math.tan(radians)) / (2 * Math.PI);
  };
  return (lon, lat) => ({
    x: centre.x + ((lon - lon0) / 360) * circle,
    y: centre.y - (north(lat) - north(lat0)) * circle,
  });
}

function drawLand(context: SKRSContext2D, land: FeatureCollection, project: Projection): void {
  context.fillStyle = colours.water;
  context.fillRect(0, 0, width, height);
  context.fillStyle = colours.land;
  context.strokeStyle = colours.border;
  context.lineWidth = 2.5;
  context.lineJoin = 'round';
  for (const { geometry } of land.features) {
    if (geometry.type !== 'MultiPolygon') continue;
    for (const polygon of geometry.coordinates) {
      if (!polygon[0] || !reaches(polygon[0], project)) continue;
      context.beginPath();
      for (const ring of polygon) {
        for (const [index, [lon = 0, lat = 0]] of ring.entries()) {
          const { x, y } = project(lon, lat);
          if (index === 0) context.moveTo(x, y);
          else context.lineTo(x, y);
        }
        context.closePath();
      }
      context.fill();
      context.stroke();
    }
  }
}

function reaches(ring: Position[], project: Projection): boolean {
  const pixels = ring.map(([lon = 0, lat = 0]) => project(lon, lat));
  const [xs, ys] = [pixels.map(({ x }) => x), pixels.map(({ y }) => y)];
  // A ring may have thousands of positions: more than a call takes arguments.
  const least = (values: number[]) => values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const most = (values: number[]) => values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  return most(xs) > 0 && least(xs) < width && most(ys) > 0 && least(ys) < height;
}

interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Names of towns, as long as none covers another, the place or the edge. */
function drawTowns(context: SKRSContext2D, { towns }: Card, project: Projection): void {
  const taken: Box[] = [
    { left: centre.x - 64, top: centre.y - 64, right: centre.x + 64, bottom: centre.y + 64 },
    { left: 0, top: 0, right: panel + 8, bottom: height },
  ];
  context.font = font(560, 22);
  context.textBaseline = 'middle';
  for (const { name, lon, lat } of towns) {
    const { x, y } = project(lon, lat);
    const box = { left: x - 10, top: y - 18, right: x + 22 + context.measureText(name).width, bottom: y + 18 };
    const inside = box.right < width - 8 && box.top > 8 && box.bottom < height - 8;
    if (!inside || taken.some((other) => overlap(box, other))) continue;
    taken.push(box);
    disc(context, { x, y }, 5, colours.quiet);
    context.lineWidth = 6;
    context.strokeStyle = colours.land;
    context.strokeText(name, x + 14, y);
    context.fillStyle = colours.body;
    context.fillText(name, x + 14, y);
  }
}

const overlap = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

function drawMark(context: SKRSContext2D, group: string, outline: Outline | undefined): void {
  const { fill, on } = groupColours(group);
  disc(context, centre, markRadius + 9, colours.paper);
  disc(context, centre, markRadius + 4, colours.ink);
  disc(context, centre, markRadius, fill);
  if (!outline) return;
  const side = markRadius * 1.15;
  context.save();
  context.translate(centre.x - side / 2, centre.y - side / 2);
  context.scale(side / outline.box, side / outline.box);
  context.fillStyle = on;
  for (const path of outline.paths) context.fill(new Path2D(path));
  context.restore();
}

function disc(context: SKRSContext2D, { x, y }: Pixel, radius: number, colour: string): void {
  context.fillStyle = colour;
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.fill();
}

function drawPanel(context: SKRSContext2D, { name, kind, address, group }: Card): void {
  const room = panel - 2 * margin;
  context.fillStyle = colours.paper;
  context.fillRect(0, 0, panel, height);
  context.fillStyle = groupColours(group).fill;
  context.fillRect(0, 0, 12, height);
  context.textBaseline = 'alphabetic';
  let y = 100;
  const write = (text: string, type: { weight: number; size: number; lead: number; most: number; colour: string }) => {
    context.font = font(type.weight, type.size);
    context.fillStyle = type.colour;
    for (const line of linesOf(context, text, room, type.most)) {
      context.fillText(line, margin, y);
      y += type.lead;
    }
  };
  write(kind, { weight: 680, size: 30, lead: 36, most: 2, colour: groupColours(group).ink });
  y += 40;
  const [size, lead] = name.length > 36 ? [46, 52] : [60, 66];
  write(name, { weight: 760, size, lead, most: 4, colour: colours.ink });
  y += 4;
  write(address, { weight: 460, size: 28, lead: 36, most: 2, colour: colours.body });
  y = height - 56;
  write('Ricircolo', { weight: 760, size: 32, lead: 0, most: 1, colour: colours.ink });
}
