import type {RegisterName} from "./registers.ts";

/** The register as it holds on the day of the run: of the rows that have begun, the newest for each key. */
export function currentRows(register: RegisterName, key: string): string {
  return `select * from register.${register}
    where gyldig_fra <= (select max(i_dag) from deidentified.koeyring)
    qualify row_number() over (partition by ${key} order by gyldig_fra desc) = 1`;
}
