/** Every word of the staff app in Spanish, with usted, written around a person's grammatical gender; an id that is missing does not compile. */
import type { WordId } from './en.ts';
import { boardWords } from './es-boards.ts';
import { groundWords } from './es-ground.ts';
import { hoursWords } from './es-hours.ts';
import { staffWords } from './es-staff.ts';
import { peopleWords } from './es-people.ts';
import { groupsWords } from './es-groups.ts';
import { stampsWords } from './es-stamps.ts';
import { sessionDayWords } from './es-session-day.ts';
import { roomWords } from './es-room.ts';
import { signaturesWords } from './es-signatures.ts';
import { tasksWords } from './es-tasks.ts';
import { weekWords } from './es-week.ts';
import { endsWords } from './es-ends.ts';
import { accessWords } from './es-access.ts';
import { searchWords } from './es-search.ts';
import { plansWords } from './es-plans.ts';
import { supportersWords } from './es-supporters.ts';
import { recordWords } from './es-record.ts';
import { personNotesWords } from './es-person-notes.ts';
import { papersWords } from './es-papers.ts';
import { errandsWords } from './es-errands.ts';
import { refusalWords } from './es-refusals.ts';

export const es: Record<WordId, string> = {
  'again': 'Intentar de nuevo',
  'choose': 'Elija',
  'kept.say': 'Esto es lo que usted escribió antes; no está guardado.',
  'kept.afresh': 'Empezar de nuevo',
  'close': 'Cerrar',
  'open': 'Abrir',
  'undo': 'Deshacer',
  'waiting': 'Cargando',
  'language': 'Idioma',
  'minutes': '{minutes} min',
  'minutes.clinical': '{minutes} minutos clínicos',
  'notice.reference': 'Referencia: {reference}',
  'offline.sentence': 'Ahora no hay red.',
  'offline.way': 'No se envió nada. Inténtelo cuando vuelva.',
  'live.as-of': 'A las {time}',
  'live.live': 'En vivo, a las {time}',
  'live.stale': 'A las {time}, conectando',
  'live.old': 'Está viendo lo de las {time}. Revise la red.',
  'top.skip': 'Ir al contenido',
  'top.brand': '{organization}, hoy',
  'top.rooms': 'Salas',
  'top.bottom': 'Salas, abajo',
  'top.demo.label': 'Sobre este programa',
  'top.demo': '{organization} es un programa ficticio. Aquí nadie es real.',
  'room.today': 'Hoy',
  'room.groups': 'Grupos',
  'room.people': 'Personas',
  'room.hours': 'Horas',
  'room.program': 'Programa',
  'saving': 'Guardando',
  'program.window': '{page} · Stepdown',
  'program.pages': 'Páginas del programa',
  'program.ground': 'Sedes y salas',
  'program.programs': 'Programas y horarios',
  'program.paths': 'Recorridos',
  'program.hours': 'Reglas de horas',
  'program.curricula': 'Currículos',
  'program.holidays': 'Feriados',
  'program.staff': 'Personal',
  'program.on-call': 'De guardia',
  'program.day-rules': 'Cifras del día',
  'program.tablets': 'Tabletas',
  'me.open': 'Idioma y cierre de sesión',
  'me.leave': 'Cerrar sesión',
  'unread.title': 'No se pudo leer esto',
  'not-yours.title': 'Esta página no le corresponde',
  'not-yours.ask-director': 'Pregunte a la dirección o a quien tenga esa función.',
  'not-yours.back': 'Volver',
  'nowhere.title': 'Aquí no hay nada',
  'nowhere.say': 'Esta dirección no lleva a ninguna página. Puede tener un error, o la página cambió de lugar.',
  'nowhere.way': 'Ir a hoy',
  'error.title': 'No se pudo mostrar esta página',
  'error.sentence': 'Algo en esta página falló.',
  'error.way': 'Lo que escribió se conserva. Cargue la página otra vez; si pasa dos veces, diga la referencia a su administrador.',
  'error.reload': 'Cargar otra vez',
  'keys.title': 'Teclas de esta pantalla',
  'keys.single': 'Las letras solas funcionan fuera de los campos',
  'key.help': 'esta lista',
  'key.undo': 'deshacer lo último',
  'key.today': 'hoy',
  'key.check-in': 'registrar una llegada',
  'key.day-before': 'día anterior',
  'key.day-after': 'día siguiente',
  'key.week-before': 'semana anterior',
  'key.week-after': 'semana siguiente',
  'key.up': 'persona de arriba',
  'key.down': 'persona de abajo',
  'key.chips': 'cómo participó',
  'key.chips-writing': 'cómo participó, mientras escribe',
  'key.write': 'escribir la frase',
  'key.write-next': 'en una frase: pasar a la de la persona siguiente',
  'key.row': 'volver a la fila',
  'key.craving': 'deseo de consumo',
  'key.practice': 'práctica propia',
  'key.hold-out': 'dejar fuera a esta persona o volver a incluirla',
  'key.next': 'siguiente por terminar',
  'key.sign': 'firmar lo que está listo',
  'door.window': 'Iniciar sesión',
  'door.title': 'Iniciar sesión',
  'door.kept': 'Después volverá a la misma página. Lo que escribió se conserva.',
  'door.email': 'Correo electrónico',
  'door.password': 'Contraseña',
  'door.enter': 'Entrar',
  'door.demo.title': '¿Con qué función quiere entrar?',
  'door.demo.say': 'Es una demostración. El programa, su personal y sus participantes son inventados.',
  'door.first.title': 'Preparar este servidor',
  'door.first.say': 'Usted será la primera persona que lo administra. A las demás se las invita después.',
  'door.first.code': 'Código de la terminal',
  'door.first.code.hint': 'La terminal que inició el servidor lo muestra debajo de la dirección.',
  'door.first.organization': 'Nombre de su organización',
  'door.first.site': 'Primera sede',
  'door.first.zone': 'Zona horaria de esta sede',
  'door.first.given': 'Nombre',
  'door.first.family': 'Apellido',
  'door.first.password.hint': 'Al menos 12 caracteres. Unas cuantas palabras seguidas van bien.',
  'door.first.create': 'Crear la organización',
  'role.director': 'Dirección del programa',
  'role.supervisor': 'Supervisión clínica',
  'role.facilitator': 'Conducción de grupos',
  'role.counselor': 'Consejería principal',
  'role.admissions': 'Admisiones',
  'role.front-desk': 'Recepción',
  'role.biller': 'Facturación',
  'role.administrator': 'Administración',
  'role.privacy-officer': 'Privacidad',
  ...boardWords,
  ...refusalWords,
  ...groundWords,
  ...hoursWords,
  ...staffWords,
  ...peopleWords,
  ...groupsWords, ...stampsWords, ...sessionDayWords, ...roomWords, ...signaturesWords, ...tasksWords, ...weekWords, ...endsWords, ...accessWords, ...errandsWords, ...papersWords, ...personNotesWords, ...recordWords, ...supportersWords, ...plansWords, ...searchWords,
};
