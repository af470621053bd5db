/** After an act on the page of a person its parts are read again. */
import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';

const PARTS: readonly string[] = ['record.read-next', 'record.read-look', 'record.read-timeline'];

export function useFreshRecord(): () => void {
  const client = useQueryClient();
  return useCallback(() => { void client.invalidateQueries({ predicate: ({ queryKey }) => PARTS.includes(String(queryKey[0])) }); }, [client]);
}
