import type { z } from 'zod';
import type { Library } from './library.ts';

/** Something an assistant can ask: a plain function with a description of what goes in and comes out. */
export interface Tool<In extends z.ZodObject = z.ZodObject, Out extends z.ZodObject = z.ZodObject> {
  name: string;
  /** For people who see a list of tools. */
  title: string;
  /** For the assistant: when to ask it, what it gets. */
  description: string;
  input: In;
  output: Out;
  /** @throws Refusal, EngineUnavailable */
  answer(asked: z.infer<In>, library: Library): Promise<z.input<Out>>;
}

/** Keeps the schemas' types while a tool is written down. */
export const tool = <In extends z.ZodObject, Out extends z.ZodObject>(
  described: Tool<In, Out>,
): Tool<In, Out> => described;
