import type { ComponentChildren } from 'preact';
import { Button } from '../../../controls/button';
import { TextField } from '../../../controls/text-field';
import type { IconName } from '../../../icons/icon-paths';
import { CostNote } from '../../../providers/cost-note';
import { usePricedPress } from '../../../providers/state/use-priced-press';
import { useEstimate, type Question } from '../../../providers/state/use-estimate';

export interface QueryLineProps {
  readonly label: string;
  readonly icon: IconName;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly problem?: string | undefined;
  /** What the button asks; absent: the text names nothing yet. */
  readonly question: Question | undefined;
  readonly button: string;
  readonly isBusy: boolean;
  /** `agreed`: what it may cost was to be seen when the button was pressed. */
  readonly onAsk: (agreed: boolean) => void;
  /** Filters, between the field and the cost. */
  readonly children?: ComponentChildren;
}

/** A field, the button that asks, and what pressing it costs. */
export function QueryLine(props: QueryLineProps) {
  const { label, icon, text, onText, problem, question, button, isBusy, onAsk, children } = props;
  const estimate = useEstimate(question);
  const key = question === undefined ? undefined : JSON.stringify(question);
  const { press, isWaiting } = usePricedPress(estimate, key, onAsk);
  const ask = () => {
    if (!isBusy) press();
  };
  return (
    <div class="stack">
      <div class="query-line">
        <TextField
          kind="search"
          label={label}
          placeholder={label}
          icon={icon}
          value={text}
          problem={problem}
          onInput={onText}
          onSubmit={ask}
        />
        <Button
          kind="primary"
          icon="search"
          busy={isBusy || isWaiting}
          disabled={!question}
          describedBy="query-cost"
          onClick={ask}
        >
          {button}
        </Button>
      </div>
      {children}
      <CostNote of={estimate.value} id="query-cost" />
    </div>
  );
}
